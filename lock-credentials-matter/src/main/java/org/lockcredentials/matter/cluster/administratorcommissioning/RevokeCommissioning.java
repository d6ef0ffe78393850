package org.lockcredentials.matter.cluster.administratorcommissioning;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.tlv.TlvWriter;

/** Closes the window (11.19.8.3). */
public record RevokeCommissioning() implements Command<Done> {

    static final CommandType<Done> TYPE = CommandType.of(
                    AdministratorCommissioning.CLUSTER, 0x02, "RevokeCommissioning")
            .whenTimed();

    @Override
    public CommandType<Done> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        // It has no fields.
    }
}
