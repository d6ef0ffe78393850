package org.lockcredentials.internal.actor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.spi.Scheduler;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one after the other on an executor of many threads, so that what only they touch needs no lock.
 *
 * <p>No lock is held while a task runs.
 */
public final class Actor implements Executor {

    private static final Logger log = LoggerFactory.getLogger(Actor.class);

    private final Executor executor;
    private final Scheduler scheduler;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    public Actor(Executor executor, Scheduler scheduler) {
        this.executor = executor;
        this.scheduler = scheduler;
    }

    /** @throws RejectedExecutionException if the executor takes no more work; what was waiting is dropped then */
    @Override
    public void execute(Runnable task) {
        if (!begins(task)) {
            return;
        }
        try {
            executor.execute(this::runAll);
        } catch (RejectedExecutionException shutDown) {
            synchronized (tasks) {
                tasks.clear();
                running = false;
            }
            throw shutDown;
        }
    }

    /** Runs a task that must not be left out: in its turn, as any other, though by the calling thread if the executor takes no more work. */
    public void executeAnyway(Runnable task) {
        if (!begins(task)) {
            return;
        }
        try {
            executor.execute(this::runAll);
        } catch (RejectedExecutionException shutDown) {
            runAll();
        }
    }

    /** False if somebody runs the tasks already, and will come to this one. */
    private boolean begins(Runnable task) {
        synchronized (tasks) {
            tasks.add(task);
            boolean begins = !running;
            running = true;
            return begins;
        }
    }

    /**
     * Runs a task here after a while.
     *
     * @return a handle which, used by a task of this actor, is sure to keep the delayed one from running
     */
    public Cancellable after(Duration delay, Runnable task) {
        Delayed delayed = new Delayed(task);
        Cancellable scheduled = scheduler.schedule(delay, () -> execute(delayed));
        return () -> {
            delayed.cancelled = true;
            scheduled.cancel();
        };
    }

    /** Wall-clock time. */
    public Instant now() {
        return scheduler.now();
    }

    /** Monotonic time in nanoseconds. */
    public long nanoTime() {
        return scheduler.nanoTime();
    }

    private void runAll() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException failure) {
                log.error("a task failed; the following ones go on", failure);
            }
        }
    }

    private @Nullable Runnable next() {
        synchronized (tasks) {
            Runnable task = tasks.poll();
            running = task != null;
            return task;
        }
    }

    /** Touched by the actor's tasks only, once scheduled. */
    private static final class Delayed implements Runnable {

        private final Runnable task;
        private boolean cancelled;

        Delayed(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            if (!cancelled) {
                task.run();
            }
        }
    }
}
