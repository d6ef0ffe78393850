package org.lockcredentials.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * The only source of time and of delayed work in the SDK, so that a test can be its own clock.
 *
 * <p>A task runs once, on a thread of the scheduler's choosing, and must neither block nor call host code.
 */
public interface Scheduler {

    /** Wall-clock time, for records that people read. */
    Instant now();

    /** Monotonic time in nanoseconds, for deadlines. */
    long nanoTime();

    /**
     * Runs {@code task} once after {@code delay}; a delay of zero or less means as soon as possible.
     *
     * @return a handle that cancels the task if it has not started
     */
    Cancellable schedule(Duration delay, Runnable task);

    /** A delayed task that may be called off. */
    @FunctionalInterface
    interface Cancellable {

        /** Keeps the task from running if it has not started; otherwise does nothing. */
        void cancel();
    }
}
