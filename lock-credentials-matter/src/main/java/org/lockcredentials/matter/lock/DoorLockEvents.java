package org.lockcredentials.matter.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Action;
import org.lockcredentials.event.LockEvent.AlarmKind;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.event.LockEvent.Source;
import org.lockcredentials.matter.cluster.doorlock.AlarmCode;
import org.lockcredentials.matter.cluster.doorlock.CredentialStruct;
import org.lockcredentials.matter.cluster.doorlock.DoorLock;
import org.lockcredentials.matter.cluster.doorlock.DoorState;
import org.lockcredentials.matter.cluster.doorlock.LockDataType;
import org.lockcredentials.matter.cluster.doorlock.LockOperation;
import org.lockcredentials.matter.cluster.doorlock.LockOperationError;
import org.lockcredentials.matter.cluster.doorlock.LockOperationType;
import org.lockcredentials.matter.cluster.doorlock.LockUserChange;
import org.lockcredentials.matter.cluster.doorlock.OperationSource;
import org.lockcredentials.matter.interaction.EventData;

/** What a lock tells, in the words of the model. Called one event at a time. */
final class DoorLockEvents {

    /** Between the two events that a lock which unbolts tells of one unlocking. */
    private static final Duration ONE_MOVE = Duration.ofSeconds(3);

    /** The last opening: an unlocking and an unlatching by the same one, one right after the other, are one move. */
    private record Opening(Action action, Source source, Optional<Integer> user, Instant at) {}

    private final LockEndpoint lock;
    private final Consumer<LockUserChange> changes;
    private Optional<Opening> last = Optional.empty();

    /** @param changes hears of changes besides, since they put in doubt what was read */
    DoorLockEvents(LockEndpoint lock, Consumer<LockUserChange> changes) {
        this.lock = lock;
        this.changes = changes;
    }

    void happened(EventData event) {
        if (event.endpoint() != lock.endpoint()) {
            return;
        }
        Instant now = lock.now().get();
        Instant at = event.at(now).orElse(now);
        DoorLock.LOCK_OPERATION.read(event).ifPresent(told -> operated(told, at));
        DoorLock.LOCK_OPERATION_ERROR.read(event).ifPresent(told -> failed(told, at));
        DoorLock.LOCK_USER_CHANGE.read(event).ifPresent(told -> changed(told, at));
        DoorLock.DOOR_LOCK_ALARM.read(event).flatMap(told -> told.alarm()).ifPresent(alarm -> alarmed(alarm, at));
        DoorLock.DOOR_STATE_CHANGE.read(event).flatMap(told -> told.doorState()).ifPresent(state -> moved(state, at));
    }

    private void operated(LockOperation told, Instant at) {
        if (told.operation().isEmpty()) {
            return;
        }
        Source source = source(told.source());
        switch (told.operation().get()) {
            case LOCK -> tell(Action.LOCK, source, told.userIndex(), told.credentials(), Optional.empty(), at);
            case UNLOCK -> opened(Action.UNLOCK, source, told, at);
            case UNLATCH -> opened(Action.UNLATCH, source, told, at);
            case NON_ACCESS_USER_EVENT ->
                tell(
                        Action.DENIED,
                        source,
                        told.userIndex(),
                        told.credentials(),
                        Optional.of("a user without access"),
                        at);
            case FORCED_USER_EVENT -> alarm(AlarmKind.DURESS, told.userIndex(), at);
        }
    }

    private void opened(Action action, Source source, LockOperation told, Instant at) {
        boolean second = last.filter(before -> before.action() != action
                        && before.source() == source
                        && before.user().equals(told.userIndex())
                        && Duration.between(before.at(), at).abs().compareTo(ONE_MOVE) <= 0)
                .isPresent();
        last = second ? Optional.empty() : Optional.of(new Opening(action, source, told.userIndex(), at));
        if (!second) {
            tell(action, source, told.userIndex(), told.credentials(), Optional.empty(), at);
        }
    }

    private void failed(LockOperationError told, Instant at) {
        String error = switch (told.error()) {
            case UNSPECIFIED -> "unspecified";
            case INVALID_CREDENTIAL -> "wrong code";
            case DISABLED_USER_DENIED -> "disabled user";
            case RESTRICTED -> "outside the schedule";
            case INSUFFICIENT_BATTERY -> "battery too low";
        };
        boolean locking =
                told.operation().filter(LockOperationType.LOCK::equals).isPresent();
        String text = locking ? error + " (locking)" : error;
        tell(Action.DENIED, source(told.source()), told.userIndex(), told.credentials(), Optional.of(text), at);
    }

    private void changed(LockUserChange told, Instant at) {
        changes.accept(told);
        Change change = told.operation()
                .map(operation -> switch (operation) {
                    case ADD -> Change.ADDED;
                    case MODIFY -> Change.MODIFIED;
                    case CLEAR -> Change.DELETED;
                })
                .orElse(Change.MODIFIED);
        Optional<LockEvent.Actor> user = actor(told.userIndex());
        switch (told.data()) {
            case USER_INDEX ->
                lock.tell(new LockEvent.UserChange(lock.id(), at, change, user.or(() -> actor(told.dataIndex()))));
            case WEEK_DAY_SCHEDULE, YEAR_DAY_SCHEDULE, UNSPECIFIED ->
                lock.tell(new LockEvent.UserChange(lock.id(), at, Change.MODIFIED, user));
            case HOLIDAY_SCHEDULE -> {}
            case PROGRAMMING_CODE ->
                lock.tell(new LockEvent.CredentialChange(
                        lock.id(), at, change, Optional.of(new Credential(CredentialType.PROGRAMMING_PIN, 1)), user));
            case PIN,
                    RFID,
                    FINGERPRINT,
                    FINGER_VEIN,
                    FACE,
                    ALIRO_CREDENTIAL_ISSUER_KEY,
                    ALIRO_EVICTABLE_ENDPOINT_KEY,
                    ALIRO_NON_EVICTABLE_ENDPOINT_KEY ->
                lock.tell(new LockEvent.CredentialChange(
                        lock.id(), at, change, place(told.data(), told.dataIndex()), user));
        }
    }

    private void alarmed(AlarmCode alarm, Instant at) {
        switch (alarm) {
            case LOCK_JAMMED -> alarm(AlarmKind.JAMMED, Optional.empty(), at);
            case LOCK_FACTORY_RESET -> alarm(AlarmKind.FACTORY_RESET, Optional.empty(), at);
            case LOCK_RADIO_POWER_CYCLED -> {}
            case WRONG_CODE_ENTRY_LIMIT -> alarm(AlarmKind.WRONG_CODE_LIMIT, Optional.empty(), at);
            case FRONT_ESCUTCHEON_REMOVED -> alarm(AlarmKind.TAMPER, Optional.empty(), at);
            case DOOR_FORCED_OPEN -> alarm(AlarmKind.FORCED_OPEN, Optional.empty(), at);
            case DOOR_AJAR -> alarm(AlarmKind.DOOR_AJAR, Optional.empty(), at);
            case FORCED_USER -> alarm(AlarmKind.DURESS, Optional.empty(), at);
        }
    }

    private void moved(DoorState state, Instant at) {
        switch (state) {
            case OPEN -> tell(Action.DOOR_OPENED, Source.UNKNOWN, Optional.empty(), List.of(), Optional.empty(), at);
            case CLOSED -> tell(Action.DOOR_CLOSED, Source.UNKNOWN, Optional.empty(), List.of(), Optional.empty(), at);
            case JAMMED -> alarm(AlarmKind.JAMMED, Optional.empty(), at);
            case FORCED_OPEN -> alarm(AlarmKind.FORCED_OPEN, Optional.empty(), at);
            case AJAR -> alarm(AlarmKind.DOOR_AJAR, Optional.empty(), at);
            case UNSPECIFIED_ERROR -> alarm(AlarmKind.HARDWARE, Optional.empty(), at);
        }
    }

    private void tell(
            Action action,
            Source source,
            Optional<Integer> user,
            List<CredentialStruct> credentials,
            Optional<String> error,
            Instant at) {
        lock.tell(new LockEvent.Operation(
                lock.id(),
                at,
                action,
                source,
                actor(user),
                credentials.stream().flatMap(each -> Terms.place(each).stream()).findFirst(),
                error));
    }

    private void alarm(AlarmKind kind, Optional<Integer> user, Instant at) {
        lock.tell(new LockEvent.Alarm(lock.id(), at, kind, actor(user)));
    }

    private static Optional<LockEvent.Actor> actor(Optional<Integer> user) {
        return user.filter(index -> index >= 1 && index < DoorLock.ALL_USERS)
                .map(index -> new LockEvent.Actor(index, Optional.empty()));
    }

    private static Optional<Credential> place(LockDataType data, Optional<Integer> index) {
        return index.flatMap(slot -> type(data).flatMap(type -> Terms.place(CredentialStruct.of(type, slot))));
    }

    private static Optional<org.lockcredentials.matter.cluster.doorlock.CredentialType> type(LockDataType data) {
        return Optional.of(org.lockcredentials.matter.cluster.doorlock.CredentialType.valueOf(data.name()));
    }

    private static Source source(OperationSource source) {
        return switch (source) {
            case MANUAL, BUTTON -> Source.MANUAL;
            case KEYPAD -> Source.KEYPAD;
            case AUTO -> Source.AUTO;
            case SCHEDULE -> Source.SCHEDULE;
            case REMOTE, PROPRIETARY_REMOTE -> Source.REMOTE;
            case RFID, ALIRO -> Source.RFID;
            case BIOMETRIC -> Source.BIOMETRIC;
            case UNSPECIFIED -> Source.UNKNOWN;
        };
    }
}
