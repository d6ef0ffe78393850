package org.lockcredentials.zwave.lock;

import java.util.Map;
import java.util.Optional;
import org.lockcredentials.Credential;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Actor;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.usercredential.AdminPinCode;
import org.lockcredentials.zwave.command.usercredential.AdminPinResult;
import org.lockcredentials.zwave.command.usercredential.AssociationStatus;
import org.lockcredentials.zwave.command.usercredential.CredentialAssociation;
import org.lockcredentials.zwave.command.usercredential.CredentialRecord;
import org.lockcredentials.zwave.command.usercredential.CredentialReportType;
import org.lockcredentials.zwave.command.usercredential.UserRecord;
import org.lockcredentials.zwave.command.usercredential.UserReportType;

/**
 * Changes of users and credentials as a lock reports them, whoever made them: this host, another controller, somebody at the keypad (User
 * Credential CC v1, User Report, Credential Report, User Credential Association Report, Admin PIN Code Report).
 */
final class UserCredentialEvents {

    private static final Map<UserReportType, Change> USER_CHANGES = Map.of(
            UserReportType.ADDED, Change.ADDED,
            UserReportType.MODIFIED, Change.MODIFIED,
            UserReportType.DELETED, Change.DELETED);

    private static final Map<CredentialReportType, Change> CREDENTIAL_CHANGES = Map.of(
            CredentialReportType.ADDED, Change.ADDED,
            CredentialReportType.MODIFIED, Change.MODIFIED,
            CredentialReportType.DELETED, Change.DELETED);

    private static final int NOBODY = 0;

    private final LockEndpoint lock;

    UserCredentialEvents(LockEndpoint lock) {
        this.lock = lock;
    }

    /** @param answer whether somebody asked for it, who then has the codes in it to wipe */
    void heard(Command command, boolean answer) {
        if (command instanceof UserRecord.Report report) {
            Optional.ofNullable(USER_CHANGES.get(report.reason()))
                    .ifPresent(change -> lock.tell(
                            new LockEvent.UserChange(lock.id(), lock.now().get(), change, actor(report.userId()))));
        } else if (command instanceof CredentialRecord.Report report) {
            Optional.ofNullable(CREDENTIAL_CHANGES.get(report.reason()))
                    .ifPresent(change ->
                            tell(change, Terms.place(report.credentialType(), report.slot()), report.userId()));
            if (!answer) {
                report.data().wipe();
            }
        } else if (command instanceof CredentialAssociation.Report report) {
            if (report.status().equals(AssociationStatus.SUCCESS)) {
                tell(Change.MODIFIED, Terms.place(report.credentialType(), report.slot()), report.destinationUserId());
            }
        } else if (command instanceof AdminPinCode.Report report) {
            if (report.result().equals(AdminPinResult.MODIFIED)) {
                tell(
                        report.code().isPresent() ? Change.MODIFIED : Change.DELETED,
                        Optional.of(NotificationEvents.ADMIN_CODE),
                        NOBODY);
            }
            if (!answer) {
                report.code().ifPresent(Secret::wipe);
            }
        }
    }

    private void tell(Change change, Optional<Credential> place, int userId) {
        lock.tell(new LockEvent.CredentialChange(lock.id(), lock.now().get(), change, place, actor(userId)));
    }

    static Optional<Actor> actor(int userId) {
        return userId == NOBODY ? Optional.empty() : Optional.of(new Actor(userId, Optional.empty()));
    }
}
