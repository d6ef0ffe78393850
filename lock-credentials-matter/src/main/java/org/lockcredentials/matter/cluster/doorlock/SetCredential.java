package org.lockcredentials.matter.cluster.doorlock;

import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Adds or changes a credential (5.2.10.20).
 *
 * @param operation ADD or MODIFY
 * @param credential where
 * @param credentialData what it says; lent for the length of the command
 * @param userIndex whose it is; empty has the lock make a user, or change the programming PIN
 * @param userStatus of a user that the lock makes
 * @param userType of a user that the lock makes
 */
public record SetCredential(
        DataOperationType operation,
        CredentialStruct credential,
        Secret credentialData,
        Optional<Integer> userIndex,
        Optional<UserStatus> userStatus,
        Optional<UserType> userType)
        implements Command<SetCredentialResponse> {

    static final CommandType<SetCredentialResponse> TYPE = CommandType.of(
                    DoorLock.CLUSTER, 0x22, "SetCredential", 0x23, SetCredentialResponse::decode)
            .whenTimed();

    @Override
    public CommandType<SetCredentialResponse> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, operation.code());
        CredentialStruct.write(out, Tag.of(1), credential);
        out.secret(2, credentialData);
        out.nullable(3, userIndex, TlvWriter::unsigned);
        out.nullable(4, userStatus, Coded::write);
        out.nullable(5, userType, Coded::write);
    }
}
