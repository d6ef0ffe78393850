package org.lockcredentials.zwave.lock;

import java.util.Map;
import java.util.Optional;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Actor;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.usercredential.CredentialRecord;
import org.lockcredentials.zwave.command.usercredential.CredentialReportType;
import org.lockcredentials.zwave.command.usercredential.UserRecord;
import org.lockcredentials.zwave.command.usercredential.UserReportType;

/** Changes of users and credentials as a lock reports them, whoever made them (User Credential CC v1, User Report, Credential Report). */
final class UserCredentialEvents {

    private static final Map<UserReportType, Change> USER_CHANGES = Map.of(
            UserReportType.ADDED, Change.ADDED,
            UserReportType.MODIFIED, Change.MODIFIED,
            UserReportType.DELETED, Change.DELETED);

    private static final Map<CredentialReportType, Change> CREDENTIAL_CHANGES = Map.of(
            CredentialReportType.ADDED, Change.ADDED,
            CredentialReportType.MODIFIED, Change.MODIFIED,
            CredentialReportType.DELETED, Change.DELETED);

    private final LockEndpoint lock;

    UserCredentialEvents(LockEndpoint lock) {
        this.lock = lock;
    }

    void heard(Command command) {
        if (command instanceof UserRecord.Report report) {
            Optional.ofNullable(USER_CHANGES.get(report.reason()))
                    .ifPresent(change -> lock.tell(
                            new LockEvent.UserChange(lock.id(), lock.now().get(), change, actor(report.userId()))));
        } else if (command instanceof CredentialRecord.Report report) {
            Optional.ofNullable(CREDENTIAL_CHANGES.get(report.reason()))
                    .ifPresent(change -> lock.tell(new LockEvent.CredentialChange(
                            lock.id(),
                            lock.now().get(),
                            change,
                            Terms.place(report.credentialType(), report.slot()),
                            actor(report.userId()))));
        }
    }

    static Optional<Actor> actor(int userId) {
        return userId == 0 ? Optional.empty() : Optional.of(new Actor(userId, Optional.empty()));
    }
}
