package org.lockcredentials.matter.cluster.timesynchronization;

import java.util.List;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Sets daylight saving (11.17.9.5).
 *
 * @param offsets in order, none overlapping, no more than the node takes
 */
public record SetDstOffset(List<DstOffset> offsets) implements Command<Done> {

    static final CommandType<Done> TYPE =
            CommandType.of(TimeSynchronization.CLUSTER, 0x04, "SetDstOffset").whenRepeatable();

    @Override
    public CommandType<Done> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.array(0, offsets, DstOffset::write);
    }
}
