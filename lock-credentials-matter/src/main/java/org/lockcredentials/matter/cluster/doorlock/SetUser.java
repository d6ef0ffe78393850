package org.lockcredentials.matter.cluster.doorlock;

import java.util.Optional;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Adds or changes a user; what is empty is written as null, which leaves it as it is or takes the default (5.2.10.16).
 *
 * @param operation ADD or MODIFY
 * @param userIndex from 1
 * @param userName 10 octets on many locks
 */
public record SetUser(
        DataOperationType operation,
        int userIndex,
        Optional<String> userName,
        Optional<Long> userUniqueId,
        Optional<UserStatus> userStatus,
        Optional<UserType> userType,
        Optional<CredentialRule> credentialRule)
        implements Command<Done> {

    static final CommandType<Done> TYPE =
            CommandType.of(DoorLock.CLUSTER, 0x1A, "SetUser").whenTimed();

    @Override
    public CommandType<Done> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, operation.code());
        out.unsigned(1, userIndex);
        out.nullable(2, userName, TlvWriter::utf8);
        out.nullable(3, userUniqueId, TlvWriter::unsigned);
        out.nullable(4, userStatus, Coded::write);
        out.nullable(5, userType, Coded::write);
        out.nullable(6, credentialRule, Coded::write);
    }
}
