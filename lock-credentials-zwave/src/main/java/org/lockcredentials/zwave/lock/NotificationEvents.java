package org.lockcredentials.zwave.lock;

import java.util.Optional;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Actor;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.event.LockEvent.Source;
import org.lockcredentials.zwave.command.notification.AccessControlEvent;
import org.lockcredentials.zwave.command.notification.CredentialUsage;
import org.lockcredentials.zwave.command.notification.EventDetail;
import org.lockcredentials.zwave.command.notification.Notification;
import org.lockcredentials.zwave.command.notification.NotificationEvent;
import org.lockcredentials.zwave.lock.event.EventMeaning;
import org.lockcredentials.zwave.lock.event.EventTables;
import org.lockcredentials.zwave.lock.quirk.Quirks;

/** Notifications and alarms as events, with the user and the credential where the lock names them. */
final class NotificationEvents {

    /** Where the code of the lock's own menu is told of. */
    static final Credential ADMIN_CODE = new Credential(CredentialType.PROGRAMMING_PIN, 1);

    private static final int SHOWN_ENABLED = 0xFF;

    /** Who did it with what, as far as the lock tells. */
    private record Who(int userId, Optional<Credential> credential) {
        static final Who NOBODY = new Who(0, Optional.empty());

        Optional<Actor> actor() {
            return UserCredentialEvents.actor(userId);
        }
    }

    private final LockEndpoint lock;
    private final boolean codesAreUsers;
    private final Quirks quirks;

    /** @param codesAreUsers whether the lock's user is the slot of its code */
    NotificationEvents(LockEndpoint lock, boolean codesAreUsers, Quirks quirks) {
        this.lock = lock;
        this.codesAreUsers = codesAreUsers;
        this.quirks = quirks;
    }

    void heard(Notification.Report report) {
        Optional<EventMeaning> named = report.event().flatMap(this::named);
        Optional<EventMeaning> meaning = report.event().flatMap(EventTables::of);
        if (named.isPresent()) {
            Who who = who(EventDetail.ofNamed(report.event().orElseThrow())).orElse(Who.NOBODY);
            tell(named.get(), tag(named.get(), Who.NOBODY, who.userId()), Optional.empty());
        } else if (meaning.isPresent()) {
            tell(meaning.get(), who(report), error(report));
        } else if (report.event()
                        .map(event -> event.status() == SHOWN_ENABLED && event.event() == NotificationEvent.IDLE)
                        .orElse(true)
                && report.alarmType() != 0) {
            int level = report.alarmLevel();
            quirks.ofAlarm(report.alarmType(), level)
                    .ifPresent(alarm -> tell(alarm, tag(alarm, user(level), level), Optional.empty()));
        }
        report.event().ifPresent(event -> event.parameters().wipe());
    }

    private Optional<EventMeaning> named(NotificationEvent event) {
        return AccessControlEvent.of(event)
                .flatMap(quirks::ofNamed)
                .filter(meaning -> event.parameters().length() > 0);
    }

    /** What opens the lock by radio tag is the tag, and no PIN of the same number. */
    private static Who tag(EventMeaning meaning, Who who, int slot) {
        boolean isTag = meaning instanceof EventMeaning.Operated operated && operated.source() == Source.RFID;
        return isTag && slot > 0 ? new Who(who.userId(), Optional.of(new Credential(CredentialType.RFID, slot))) : who;
    }

    private void tell(EventMeaning meaning, Who who, Optional<String> error) {
        if (meaning instanceof EventMeaning.Operated operated) {
            lock.tell(new LockEvent.Operation(
                    lock.id(),
                    lock.now().get(),
                    operated.action(),
                    source(operated.source(), who),
                    isPersonal(operated.source()) ? who.actor() : Optional.empty(),
                    isPersonal(operated.source()) ? who.credential() : Optional.empty(),
                    error));
        } else if (meaning instanceof EventMeaning.Complained complained) {
            lock.tell(new LockEvent.Alarm(lock.id(), lock.now().get(), complained.kind(), Optional.empty()));
        } else if (meaning instanceof EventMeaning.CodeChanged changed) {
            UserCodeEvents.changed(lock, changed.change(), who.userId());
        } else if (meaning instanceof EventMeaning.AdminCodeChanged) {
            lock.tell(new LockEvent.CredentialChange(
                    lock.id(), lock.now().get(), Change.MODIFIED, Optional.of(ADMIN_CODE), Optional.empty()));
        }
    }

    /** A key, a timer or the radio has no user, even where the level beside it is a number. */
    private static boolean isPersonal(Source source) {
        return switch (source) {
            case KEYPAD, RFID, BIOMETRIC, UNKNOWN -> true;
            case MANUAL, REMOTE, AUTO, SCHEDULE -> false;
        };
    }

    private static Source source(Source told, Who who) {
        if (told != Source.UNKNOWN || who.credential().isEmpty()) {
            return told;
        }
        return switch (who.credential().get().type()) {
            case PIN, PASSWORD, PROGRAMMING_PIN -> Source.KEYPAD;
            case RFID, NFC, BLE, UWB, DESFIRE -> Source.RFID;
            case FINGERPRINT, FINGER_VEIN, FACE, EYE, HAND, UNSPECIFIED_BIOMETRIC -> Source.BIOMETRIC;
            case ALIRO_CREDENTIAL_ISSUER_KEY, ALIRO_EVICTABLE_ENDPOINT_KEY, ALIRO_NON_EVICTABLE_ENDPOINT_KEY ->
                Source.RFID;
        };
    }

    private Who who(Notification.Report report) {
        NotificationEvent event = report.event().orElseThrow();
        // Locks that speak both put the user into the level of the alarm (zwave-js issues 1713, 2166).
        return who(EventDetail.of(event))
                .or(() -> usage(event))
                .orElseGet(() -> report.alarmType() == 0 ? Who.NOBODY : user(report.alarmLevel()));
    }

    private Optional<Who> who(EventDetail detail) {
        if (detail instanceof EventDetail.User user) {
            return Optional.of(user(user.userId()));
        } else if (detail instanceof EventDetail.Code code) {
            code.report().code().ifPresent(Secret::wipe);
            return Optional.of(user(code.report().userId()));
        } else if (detail instanceof EventDetail.Codes codes
                && !codes.report().entries().isEmpty()) {
            codes.report().entries().forEach(each -> each.code().ifPresent(Secret::wipe));
            return Optional.of(user(codes.report().entries().get(0).userId()));
        } else if (detail instanceof EventDetail.Credential credential) {
            credential.report().data().wipe();
            return Optional.of(new Who(
                    credential.report().userId(),
                    Terms.place(
                            credential.report().credentialType(),
                            credential.report().slot())));
        } else if (detail instanceof EventDetail.UserChange change) {
            return Optional.of(user(change.report().userId()));
        }
        return Optional.empty();
    }

    private static Optional<Who> usage(NotificationEvent event) {
        boolean carriesUsage = AccessControlEvent.of(event)
                .filter(each -> each.code() >= AccessControlEvent.CREDENTIAL_LOCK.code())
                .isPresent();
        return carriesUsage
                ? CredentialUsage.of(event)
                        .map(usage -> new Who(
                                usage.userId(),
                                usage.credentials().stream()
                                        .flatMap(each -> Terms.place(each.type(), each.slot()).stream())
                                        .findFirst()))
                : Optional.empty();
    }

    private Who user(int userId) {
        Optional<Credential> place = codesAreUsers && userId > 0
                ? Optional.of(new Credential(CredentialType.PIN, userId))
                : Optional.empty();
        return new Who(userId, place);
    }

    private static Optional<String> error(Notification.Report report) {
        return report.event().flatMap(AccessControlEvent::of).flatMap(event -> switch (event) {
            case DENIED_USER_DISABLED -> Optional.of("the user is disabled");
            case DENIED_SCHEDULE_INACTIVE -> Optional.of("outside the user's schedule");
            case DENIED_NOT_ENOUGH_CREDENTIALS -> Optional.of("another credential is needed");
            case INVALID_CREDENTIAL, REMOTE_LOCK_INVALID_CODE, REMOTE_UNLOCK_INVALID_CODE ->
                Optional.of("the lock does not know the credential");
            case NON_ACCESS_CREDENTIAL -> Optional.of("the credential does not open the lock");
            default -> Optional.empty();
        });
    }
}
