package org.lockcredentials.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.lockcredentials.Door;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.event.LockEvent.Action;
import org.lockcredentials.event.LockEvent.AlarmKind;
import org.lockcredentials.event.LockEvent.Source;
import org.lockcredentials.spi.Scheduler;

/** The bolt and the door that it holds; its lock's monitor guards it. */
final class Bolt {

    private final LockProfile profile;
    private final Contents contents;
    private final Announcer announcer;
    private final LockTime time;
    private final Executor monitor;
    private Optional<Scheduler.Cancellable> relock = Optional.empty();
    private boolean doorOpen;
    private boolean jammed;

    Bolt(LockProfile profile, Contents contents, Announcer announcer, LockTime time, Executor monitor) {
        this.profile = profile;
        this.contents = contents;
        this.announcer = announcer;
        this.time = time;
        this.monitor = monitor;
    }

    Door.State state() {
        Door.Bolt bolt = contents.locked() ? Door.Bolt.LOCKED : Door.Bolt.UNLOCKED;
        return new Door.State(
                jammed ? Door.Bolt.NOT_FULLY_LOCKED : bolt,
                profile.has(Trait.DOOR_SENSOR) ? Optional.of(doorOpen) : Optional.empty());
    }

    /** Moves the bolt; who did it is told only if it got there and was not there before. */
    Outcome move(boolean lock, Source source, Optional<StoredCredential> by) {
        stopRelocking();
        if (jammed) {
            announcer.operation(Action.JAMMED, source);
            announcer.alarm(AlarmKind.JAMMED, Optional.empty());
            throw new LockCredentialException(Reason.REJECTED, "the bolt is jammed").at(profile.id());
        }
        boolean moves = contents.locked() != lock;
        contents.locked(lock);
        Action action = lock ? Action.LOCK : Action.UNLOCK;
        if (by.isPresent()) {
            announcer.operation(action, source, by.get());
        } else if (moves) {
            announcer.operation(action, source);
        }
        return moves ? Outcome.CONFIRMED : Outcome.NO_CHANGE;
    }

    void relockAfter(Duration open) {
        relock = Optional.of(time.after(open, () -> monitor.execute(() -> move(true, Source.AUTO, Optional.empty()))));
    }

    void turnKnob() {
        move(!contents.locked(), Source.MANUAL, Optional.empty());
    }

    void door(boolean open) {
        if (doorOpen == open || !profile.has(Trait.DOOR_SENSOR)) {
            doorOpen = open;
            return;
        }
        doorOpen = open;
        announcer.operation(open ? Action.DOOR_OPENED : Action.DOOR_CLOSED, Source.MANUAL);
        if (open && contents.locked()) {
            announcer.alarm(AlarmKind.FORCED_OPEN, Optional.empty());
        }
    }

    void jammed(boolean now) {
        jammed = now;
    }

    void stopRelocking() {
        relock.ifPresent(Scheduler.Cancellable::cancel);
        relock = Optional.empty();
    }
}
