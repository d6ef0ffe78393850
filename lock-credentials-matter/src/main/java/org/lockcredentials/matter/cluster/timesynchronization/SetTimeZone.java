package org.lockcredentials.matter.cluster.timesynchronization;

import java.util.List;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Sets the time zone (11.17.9.3).
 *
 * @param timeZones one, or two with a change to come
 */
public record SetTimeZone(List<TimeZoneOffset> timeZones) implements Command<SetTimeZoneResponse> {

    static final CommandType<SetTimeZoneResponse> TYPE = CommandType.of(
                    TimeSynchronization.CLUSTER, 0x02, "SetTimeZone", 0x03, SetTimeZoneResponse::decode)
            .whenRepeatable();

    @Override
    public CommandType<SetTimeZoneResponse> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.array(0, timeZones, TimeZoneOffset::write);
    }
}
