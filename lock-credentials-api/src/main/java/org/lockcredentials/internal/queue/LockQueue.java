package org.lockcredentials.internal.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Reason;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.Scheduler;

/**
 * The operations of one lock: one at a time, in the order of their calls, each until its deadline.
 *
 * <p>It has no thread: every step runs on the executor, and no monitor is held while one runs. A driver that never answers
 * holds up the queue until the deadline of the operation that asked it, and no longer.
 */
public final class LockQueue {

    private static final Duration CLOSING = Duration.ofSeconds(3);

    private final LockId lock;
    private final Executor executor;
    private final Scheduler scheduler;
    private final Runnable answerLost;
    private final Deque<Job<?>> waiting = new ArrayDeque<>();
    private final List<Job<?>> running = new ArrayList<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private boolean busy;
    private boolean closed;
    private volatile @Nullable LockDriver driver;

    /**
     * @param answerLost told when a write was sent and nobody will ever know whether it was done; may come from any thread of the executor
     */
    public LockQueue(LockId lock, Executor executor, Scheduler scheduler, Runnable answerLost) {
        this.lock = lock;
        this.executor = executor;
        this.scheduler = scheduler;
        this.answerLost = answerLost;
    }

    /** Whom to speak to from the next call on; null if the lock is gone. */
    public void use(@Nullable LockDriver current) {
        driver = current;
    }

    public @Nullable LockDriver driver() {
        return driver;
    }

    /**
     * Runs {@code work} when it is its turn.
     *
     * <p>Completes with what {@code work} completes with, on the executor. Fails as it does, named for the lock; with TIMEOUT if {@code time} passes, before
     * its turn or in it; with CLOSED if the queue is closed, before or meanwhile.
     *
     * @param afterwards runs once when the operation has ended, whichever way and before the future completes
     */
    public <T> CompletableFuture<T> submit(
            Duration time, Function<Turn, CompletableFuture<T>> work, Runnable afterwards) {
        return enter(time, work, afterwards, false);
    }

    /** Runs {@code work} at once, beside the operation whose turn it is. Completes and fails as {@link #submit}. */
    public <T> CompletableFuture<T> aside(Duration time, Function<Turn, CompletableFuture<T>> work) {
        return enter(time, work, () -> {}, true);
    }

    /** Fails all there is with CLOSED. Completes when all has unwound, within seconds; repeated, it completes with the first. */
    public CompletableFuture<Void> close() {
        List<Job<?>> dropped;
        List<Job<?>> interrupted;
        synchronized (this) {
            if (closed) {
                return ended.copy();
            }
            closed = true;
            dropped = List.copyOf(waiting);
            waiting.clear();
            interrupted = List.copyOf(running);
            running.addAll(dropped);
        }
        LockCredentialException over = new LockCredentialException(Reason.CLOSED, "the manager was closed").at(lock);
        dropped.forEach(job -> dispatch(() -> {
            job.end(over);
            left(job);
        }));
        interrupted.forEach(job -> job.turn.end(over));
        Scheduler.Cancellable bound = scheduler.schedule(CLOSING, () -> ended.complete(null));
        ended.whenComplete((done, failure) -> bound.cancel());
        settle();
        return ended.copy();
    }

    Scheduler scheduler() {
        return scheduler;
    }

    void answerLost() {
        answerLost.run();
    }

    /** Runs it on the host's executor. */
    public void dispatch(Runnable step) {
        try {
            executor.execute(step);
        } catch (RejectedExecutionException gone) {
            // A host that shut its executor down first still gets its answers, on the thread at hand.
            step.run();
        }
    }

    private <T> CompletableFuture<T> enter(
            Duration time, Function<Turn, CompletableFuture<T>> work, Runnable afterwards, boolean aside) {
        long now = scheduler.nanoTime();
        Job<T> job = new Job<>(new Turn(this, now, now + time.toNanos()), work, afterwards);
        boolean refused;
        synchronized (this) {
            refused = closed;
            if (!refused && aside) {
                running.add(job);
            } else if (!refused) {
                waiting.add(job);
            }
        }
        if (refused) {
            dispatch(() -> job.end(new LockCredentialException(Reason.CLOSED, "the manager is closed").at(lock)));
            return job.result;
        }
        job.timer(scheduler.schedule(time, () -> expire(job)));
        if (aside) {
            dispatch(job::run);
        } else {
            next();
        }
        return job.result;
    }

    private void expire(Job<?> job) {
        LockCredentialException late =
                new LockCredentialException(Reason.TIMEOUT, "the deadline of the operation passed").at(lock);
        boolean unbegun;
        synchronized (this) {
            unbegun = waiting.remove(job);
        }
        if (unbegun) {
            dispatch(() -> job.end(late));
        } else {
            job.turn.end(late);
        }
    }

    private void next() {
        Job<?> job;
        synchronized (this) {
            job = busy ? null : waiting.poll();
            if (job == null) {
                return;
            }
            busy = true;
            running.add(job);
        }
        dispatch(() -> job.run(this::turnOver));
    }

    private void turnOver() {
        synchronized (this) {
            busy = false;
        }
        next();
    }

    private void left(Job<?> job) {
        synchronized (this) {
            running.remove(job);
        }
        settle();
    }

    private void settle() {
        boolean empty;
        synchronized (this) {
            empty = closed && running.isEmpty();
        }
        if (empty) {
            dispatch(() -> ended.complete(null));
        }
    }

    /** One operation on its way. */
    private final class Job<T> {
        private final Turn turn;
        private final Function<Turn, CompletableFuture<T>> work;
        private final Runnable afterwards;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private Scheduler.@Nullable Cancellable timer;
        private boolean over;

        Job(Turn turn, Function<Turn, CompletableFuture<T>> work, Runnable afterwards) {
            this.turn = turn;
            this.work = work;
            this.afterwards = afterwards;
        }

        void timer(Scheduler.Cancellable started) {
            boolean late;
            synchronized (this) {
                timer = started;
                late = over;
            }
            if (late) {
                started.cancel();
            }
        }

        void run() {
            run(() -> {});
        }

        void run(Runnable onwards) {
            CompletableFuture<T> end;
            try {
                end = work.apply(turn);
            } catch (RuntimeException thrown) {
                end = CompletableFuture.failedFuture(thrown);
            }
            end.whenComplete((value, failure) -> {
                settleUp();
                // The next goes its way first: what hangs on this result is the host's code and may take its time.
                onwards.run();
                if (failure == null) {
                    result.complete(value);
                } else {
                    result.completeExceptionally(Failures.typed(failure).at(lock));
                }
                left(this);
            });
        }

        void end(LockCredentialException failure) {
            settleUp();
            result.completeExceptionally(failure);
        }

        private void settleUp() {
            Scheduler.Cancellable started;
            synchronized (this) {
                over = true;
                started = timer;
            }
            if (started != null) {
                started.cancel();
            }
            afterwards.run();
        }
    }
}
