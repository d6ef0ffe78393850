package org.lockcredentials.simulation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.lockcredentials.Credential;
import org.lockcredentials.spi.StateStore;

/** The works of one lock and the monitor that guards them: nothing inside is touched but through {@link #act}. */
final class Interior {

    static final String SDK = "sdk";

    final LockProfile profile;
    final Contents contents = new Contents();
    final LockTime time = new LockTime();
    final AuditTrail audit = new AuditTrail();
    final Announcer announcer;
    final Refusals refusals;
    final Bolt bolt;
    final Entrance entrance;
    final Remote remote;
    final Learning learning;
    private Optional<Memory> memory = Optional.empty();

    Interior(LockProfile profile) {
        this.profile = profile;
        announcer = new Announcer(profile.id(), time);
        refusals = new Refusals(profile, contents);
        Executor monitor = this::inside;
        bolt = new Bolt(profile, contents, announcer, time, monitor);
        entrance = new Entrance(profile, contents, writes("lock"), bolt, announcer, time);
        remote = new Remote(contents, refusals, entrance, bolt, announcer);
        learning = new Learning(profile, refusals, writes(SDK), announcer, time, monitor);
    }

    Writes writes(String writer) {
        return new Writes(profile, contents, refusals, audit, announcer, writer);
    }

    Squatter squatter() {
        return new Squatter(profile, contents, writes("keypad"));
    }

    List<Credential> credentialsOf(StoredUser user) {
        return contents.credentialsOf(user.index());
    }

    /** Takes over what the store remembers of the lock, and has it remember from now on. */
    void remember(StateStore store) {
        inside(() -> memory = Optional.of(memory.orElseGet(() -> Memory.open(profile.id(), store, contents))));
    }

    void restart() {
        inside(() -> {
            announcer.connection(false);
            learning.powerLost();
            bolt.stopRelocking();
            entrance.forget();
            announcer.connection(true);
        });
    }

    /** Does something to the lock with nobody else at it, saves what changed, and then tells what happened. */
    <T> T act(Supplier<T> deed) {
        try {
            synchronized (contents) {
                try {
                    return deed.get();
                } finally {
                    memory.ifPresent(kept -> kept.save(contents));
                }
            }
        } finally {
            announcer.flush();
        }
    }

    /** Runs it between two deeds. */
    void between(Runnable step) {
        synchronized (contents) {
            step.run();
        }
    }

    void inside(Runnable deed) {
        act(() -> {
            deed.run();
            return this;
        });
    }
}
