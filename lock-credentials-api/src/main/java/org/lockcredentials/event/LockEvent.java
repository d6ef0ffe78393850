package org.lockcredentials.event;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockId;

/** Something that happened at a lock, or to the SDK's work on it. */
public sealed interface LockEvent {

    /** The lock. */
    LockId lock();

    /** When it happened, as far as the lock tells, else when it was heard. */
    Instant at();

    /**
     * The user concerned, with the name known when it happened.
     *
     * @param index place among the lock's users, from 1
     * @param name name, if one was known
     */
    record Actor(int index, Optional<String> name) {}

    /** Somebody operated the lock, or tried to. */
    record Operation(
            LockId lock,
            Instant at,
            Action action,
            Source source,
            Optional<Actor> user,
            Optional<Credential> credential,
            Optional<String> error)
            implements LockEvent {}

    /** What was done with the bolt. */
    enum Action {
        LOCK,
        UNLOCK,
        UNLATCH,
        /** A wrong code, a user outside the schedule, a disabled user. */
        DENIED,
        /** The bolt did not get where it should. */
        JAMMED,
        NOT_FULLY_LOCKED,
        DOOR_OPENED,
        DOOR_CLOSED
    }

    /** What it was done with. */
    enum Source {
        KEYPAD,
        RFID,
        BIOMETRIC,
        /** A key, a knob, a button. */
        MANUAL,
        /** The radio: this SDK or another controller. */
        REMOTE,
        /** The lock by itself. */
        AUTO,
        SCHEDULE,
        UNKNOWN
    }

    /** The lock complains. */
    record Alarm(LockId lock, Instant at, AlarmKind kind, Optional<Actor> user) implements LockEvent {}

    /** What a lock complains of. */
    enum AlarmKind {
        TAMPER,
        FORCED_OPEN,
        WRONG_CODE_LIMIT,
        DOOR_AJAR,
        JAMMED,
        DURESS,
        LOW_BATTERY,
        FACTORY_RESET,
        HARDWARE
    }

    /** A user was added, changed or deleted, here, at the keypad or by somebody else. An empty user means all of them. */
    record UserChange(LockId lock, Instant at, Change change, Optional<Actor> user) implements LockEvent {}

    /** A credential was added, changed or deleted. An empty credential means all of them. */
    record CredentialChange(
            LockId lock, Instant at, Change change, Optional<Credential> credential, Optional<Actor> user)
            implements LockEvent {}

    /** What became of something. */
    enum Change {
        ADDED,
        MODIFIED,
        DELETED
    }

    /** The lock is enrolling a credential. */
    record LearnProgress(
            LockId lock, Instant at, CredentialType type, int slot, LearnState state, OptionalInt stepsRemaining)
            implements LockEvent {}

    /** How enrolling stands. */
    enum LearnState {
        STARTED,
        STEP_DONE,
        STEP_RETRY,
        LEARNT,
        TIMED_OUT,
        ENDED
    }

    /** The lock came into reach or left it. */
    record Connection(LockId lock, Instant at, boolean reachable) implements LockEvent {}

    /** Other things may have happened at the lock before this, which it forgot before it could tell them. */
    record Missed(LockId lock, Instant at) implements LockEvent {}

    /** Long work on the lock goes on: reading it, getting to know it. */
    record Progress(LockId lock, Instant at, String task, int done, int total) implements LockEvent {}
}
