package org.lockcredentials.matter.cluster.doorlock;

import java.util.Optional;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Deletes a credential, all of a type, or all (5.2.10.24).
 *
 * @param credential empty for all but the programming PIN
 */
public record ClearCredential(Optional<CredentialStruct> credential) implements Command<Done> {

    static final CommandType<Done> TYPE =
            CommandType.of(DoorLock.CLUSTER, 0x26, "ClearCredential").whenTimed();

    @Override
    public CommandType<Done> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.nullable(0, credential, CredentialStruct::write);
    }
}
