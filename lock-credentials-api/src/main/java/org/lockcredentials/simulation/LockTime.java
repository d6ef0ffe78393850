package org.lockcredentials.simulation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.spi.Scheduler;

/** The clock in the lock: its host's while there is one, so that a test can be the clock; delayed work ends with the host. */
final class LockTime {

    private volatile @Nullable Scheduler scheduler;

    void follow(Scheduler host) {
        scheduler = host;
    }

    void stand() {
        scheduler = null;
    }

    Instant now() {
        Scheduler host = scheduler;
        return host != null ? host.now() : Instant.now();
    }

    /** Runs the task later, or never if the host goes first. */
    Scheduler.Cancellable after(Duration delay, Runnable task) {
        Scheduler host = scheduler;
        if (host == null) {
            return () -> {};
        }
        return host.schedule(delay, () -> {
            if (scheduler == host) {
                task.run();
            }
        });
    }
}
