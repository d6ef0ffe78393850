package org.lockcredentials.matter.cluster.timesynchronization;

import java.time.Instant;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.cluster.MatterEpoch;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvWriter;

/** Sets the clock (11.17.9.1). */
public record SetUtcTime(Instant utcTime, Granularity granularity, TimeSource timeSource) implements Command<Done> {

    static final CommandType<Done> TYPE =
            CommandType.of(TimeSynchronization.CLUSTER, 0x00, "SetUtcTime").whenRepeatable();

    @Override
    public CommandType<Done> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        MatterEpoch.writeInstant(out, Tag.of(0), utcTime);
        out.unsigned(1, granularity.code()).unsigned(2, timeSource.code());
    }
}
