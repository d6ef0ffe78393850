package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.tlv.TlvWriter;

/** Takes the Aliro reader's keys away (5.2.10.27). */
public record ClearAliroReaderConfig() implements Command<Done> {

    static final CommandType<Done> TYPE =
            CommandType.of(DoorLock.CLUSTER, 0x29, "ClearAliroReaderConfig").whenTimed();

    @Override
    public CommandType<Done> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {}
}
