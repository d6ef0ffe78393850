package org.lockcredentials.zwave.lock;

import java.util.Optional;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.usercode.UserCode;
import org.lockcredentials.zwave.command.usercode.UserIdStatus;

/** Changes of codes that a lock tells by a report nobody asked for; most tell by notification besides, or instead. */
final class UserCodeEvents {

    private final LockEndpoint lock;

    UserCodeEvents(LockEndpoint lock) {
        this.lock = lock;
    }

    void heard(Command command, boolean answer) {
        if (answer || !(command instanceof UserCode.Report report)) {
            return;
        }
        report.code().ifPresent(Secret::wipe);
        if (report.userId() == 0 || report.status().equals(UserIdStatus.NOT_AVAILABLE)) {
            return;
        }
        Change change = report.status().equals(UserIdStatus.AVAILABLE) ? Change.DELETED : Change.ADDED;
        changed(lock, change, report.userId());
    }

    /** The slot is the user, so that both change. */
    static void changed(LockEndpoint lock, Change change, int userId) {
        var actor = UserCredentialEvents.actor(userId);
        var place =
                userId == 0 ? Optional.<Credential>empty() : Optional.of(new Credential(CredentialType.PIN, userId));
        lock.tell(new LockEvent.UserChange(lock.id(), lock.now().get(), change, actor));
        lock.tell(new LockEvent.CredentialChange(lock.id(), lock.now().get(), change, place, actor));
    }
}
