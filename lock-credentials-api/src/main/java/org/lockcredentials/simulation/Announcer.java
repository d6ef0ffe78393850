package org.lockcredentials.simulation;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import org.lockcredentials.Credential;
import org.lockcredentials.LockId;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.spi.BackendListener;

/** Tells the host what happens, in order, and never while the lock's monitor is held. */
final class Announcer {

    private final LockId lock;
    private final LockTime time;
    private final Queue<LockEvent> waiting = new ArrayDeque<>();
    private Optional<BackendListener> listener = Optional.empty();
    private boolean busy;

    Announcer(LockId lock, LockTime time) {
        this.lock = lock;
        this.time = time;
    }

    synchronized void tell(Optional<BackendListener> host) {
        listener = host;
        waiting.clear();
    }

    void user(LockEvent.Change change, Optional<Integer> index) {
        queue(new LockEvent.UserChange(lock, time.now(), change, index.map(Announcer::actor)));
    }

    void credential(LockEvent.Change change, Credential place, int user) {
        queue(new LockEvent.CredentialChange(lock, time.now(), change, Optional.of(place), Optional.of(actor(user))));
    }

    void operation(LockEvent.Action action, LockEvent.Source source) {
        queue(new LockEvent.Operation(
                lock, time.now(), action, source, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    void operation(LockEvent.Action action, LockEvent.Source source, StoredCredential by) {
        queue(new LockEvent.Operation(
                lock,
                time.now(),
                action,
                source,
                Optional.of(actor(by.userIndex())),
                Optional.of(by.place()),
                Optional.empty()));
    }

    void denied(LockEvent.Source source, Optional<StoredCredential> by, String error) {
        queue(new LockEvent.Operation(
                lock,
                time.now(),
                LockEvent.Action.DENIED,
                source,
                by.map(held -> actor(held.userIndex())),
                by.map(StoredCredential::place),
                Optional.of(error)));
    }

    void alarm(LockEvent.AlarmKind kind, Optional<Integer> user) {
        queue(new LockEvent.Alarm(lock, time.now(), kind, user.map(Announcer::actor)));
    }

    void learning(Credential place, LockEvent.LearnState state, OptionalInt stepsLeft) {
        queue(new LockEvent.LearnProgress(lock, time.now(), place.type(), place.slot(), state, stepsLeft));
    }

    void connection(boolean reachable) {
        queue(new LockEvent.Connection(lock, time.now(), reachable));
    }

    /** Hands over what waits; a thread that finds another at it leaves the rest to that one. */
    void flush() {
        for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
            try {
                next.get().run();
            } finally {
                done();
            }
        }
    }

    private synchronized void queue(LockEvent event) {
        if (listener.isPresent()) {
            waiting.add(event);
        }
    }

    private synchronized Optional<Runnable> next() {
        if (busy || waiting.isEmpty() || listener.isEmpty()) {
            return Optional.empty();
        }
        busy = true;
        BackendListener host = listener.get();
        LockEvent event = waiting.remove();
        return Optional.of(() -> host.event(event));
    }

    private synchronized void done() {
        busy = false;
    }

    private static LockEvent.Actor actor(int index) {
        return new LockEvent.Actor(index, Optional.empty());
    }
}
