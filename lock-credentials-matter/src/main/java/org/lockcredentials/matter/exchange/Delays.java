package org.lockcredentials.matter.exchange;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.Scheduler.Cancellable;

/**
 * Tasks that wait, and of which none is left out: who closes has them run at once.
 *
 * <p>Used by tasks of its actor only.
 */
final class Delays {

    private final Actor actor;
    private final Set<Delayed> waiting = new HashSet<>();
    private boolean closed;

    Delays(Actor actor) {
        this.actor = actor;
    }

    /** Runs a task of the actor after a while, or at once when all is closed before. */
    void after(Duration delay, Runnable task) {
        if (closed) {
            task.run();
            return;
        }
        Delayed delayed = new Delayed(task);
        waiting.add(delayed);
        delayed.timer = actor.after(delay, delayed::run);
    }

    /** Runs what waits, and from now on all that would. */
    void close() {
        closed = true;
        List.copyOf(waiting).forEach(Delayed::run);
    }

    private final class Delayed {

        private final Runnable task;
        private @Nullable Cancellable timer;

        Delayed(Runnable task) {
            this.task = task;
        }

        void run() {
            if (timer != null) {
                timer.cancel();
            }
            if (waiting.remove(this)) {
                task.run();
            }
        }
    }
}
