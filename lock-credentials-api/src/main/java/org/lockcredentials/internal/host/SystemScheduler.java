package org.lockcredentials.internal.host;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.lockcredentials.spi.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Real time, and one daemon thread that wakes up for what is due. */
public final class SystemScheduler implements Scheduler {

    private static final Logger LOG = LoggerFactory.getLogger(SystemScheduler.class);

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, new NamedThreads("clock"));

    public SystemScheduler() {
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        try {
            Future<?> due = thread.schedule(() -> run(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
            return () -> due.cancel(false);
        } catch (RejectedExecutionException e) {
            LOG.trace("the clock has stopped; a task of {} will not run", delay);
            return () -> {};
        }
    }

    /** Stops the clock: what is not due yet never runs. */
    public void close() {
        thread.shutdown();
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("a timed task failed: {}", e.getClass().getName());
        }
    }
}
