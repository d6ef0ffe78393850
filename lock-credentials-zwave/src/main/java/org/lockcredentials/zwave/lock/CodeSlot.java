package org.lockcredentials.zwave.lock;

import java.util.List;
import java.util.Optional;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialRule;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.UserType;
import org.lockcredentials.zwave.command.CrcPiece;
import org.lockcredentials.zwave.command.usercode.ReportedCode;
import org.lockcredentials.zwave.command.usercode.UserCodeChecksum;
import org.lockcredentials.zwave.command.usercode.UserCodeEntry;
import org.lockcredentials.zwave.command.usercode.UserIdStatus;

/**
 * What a User Code lock told of one user identifier.
 *
 * @param code as reported: the code itself, asterisks in its place, or nothing
 */
record CodeSlot(int userId, UserIdStatus status, Optional<Secret> code) {

    /** The status counts: some locks report {@code 0000} for a slot that is available (zwave-js issue 2907). */
    boolean isFree() {
        return status.equals(UserIdStatus.AVAILABLE);
    }

    /** True if a code is set, whether or not the lock shows it. */
    boolean isTaken() {
        return !isFree() && !status.equals(UserIdStatus.NOT_AVAILABLE);
    }

    /** The code itself, if the lock shows it; a masked code is none, and is never sent back. */
    Optional<Secret> readable() {
        return isTaken() ? code.filter(each -> !ReportedCode.isMasked(each)) : Optional.empty();
    }

    /** The code itself for the caller to wipe, if the lock shows it; what else came back is wiped. */
    Optional<Secret> revealed() {
        Optional<Secret> shown = readable();
        if (shown.isEmpty()) {
            wipe();
        }
        return shown;
    }

    Occupancy occupancy() {
        if (isFree()) {
            return Occupancy.FREE;
        }
        return readable().isPresent() ? Occupancy.OCCUPIED : Occupancy.UNKNOWN;
    }

    /** Empty if the lock does not say what is here, false if it is another code or none. */
    Optional<Boolean> holds(Secret wanted) {
        if (isFree()) {
            return Optional.of(false);
        }
        return readable().map(wanted::equals);
    }

    /** What it adds to the checksum, right where the code is shown. */
    CrcPiece piece() {
        return UserCodeChecksum.piece(new UserCodeEntry(userId, status, code));
    }

    Credential place() {
        return new Credential(CredentialType.PIN, userId);
    }

    User user() {
        boolean enabled = !status.equals(UserIdStatus.DISABLED);
        UserType type = status.equals(UserIdStatus.MESSAGING) ? UserType.NON_ACCESS : UserType.GENERAL;
        return new User(
                userId,
                Optional.empty(),
                enabled,
                type,
                CredentialRule.SINGLE,
                List.of(place()),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    void wipe() {
        code.ifPresent(Secret::wipe);
    }
}
