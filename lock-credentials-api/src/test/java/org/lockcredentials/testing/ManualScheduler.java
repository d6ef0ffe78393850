package org.lockcredentials.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.spi.Scheduler;

/**
 * Virtual time: it stands still until the test moves it, and then runs what is due in order of time.
 *
 * <p>Paired with a {@link ManualExecutor}, a whole stack of state machines runs on the test's thread and every run is the
 * same: the executor is drained before time moves and after each task.
 */
public final class ManualScheduler implements Scheduler {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private final ManualExecutor executor;
    private long nanos;
    private long order;

    /** Time for code that runs on the test's thread or on no executor at all. */
    public ManualScheduler() {
        this(new ManualExecutor());
    }

    /** Time that lets {@code executor} finish its work before it goes on. */
    public ManualScheduler(ManualExecutor executor) {
        this.executor = executor;
    }

    /** The executor that is drained as time moves. */
    public ManualExecutor executor() {
        return executor;
    }

    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized Cancellable schedule(Duration delay, Runnable task) {
        Task scheduled = new Task(nanos + Math.max(0, delay.toNanos()), order++, task);
        tasks.add(scheduled);
        return () -> cancel(scheduled);
    }

    /** Moves time on by {@code span} and runs all that falls due on the way, each task at its own time. */
    public void advance(Duration span) {
        long until = nanoTime() + span.toNanos();
        executor.drain();
        for (Task due = next(until); due != null; due = next(until)) {
            due.task.run();
            executor.drain();
        }
        synchronized (this) {
            nanos = until;
        }
    }

    /** Runs what is ready now, without moving time. */
    public void settle() {
        advance(Duration.ZERO);
    }

    /**
     * Moves time on, task by task, until {@code future} is done.
     *
     * @throws AssertionError if it is still open after {@code limit} of virtual time, or nothing is left that could complete it
     */
    public void advanceUntilDone(CompletableFuture<?> future, Duration limit) {
        long until = nanoTime() + limit.toNanos();
        executor.drain();
        while (!future.isDone()) {
            Task due = next(until);
            if (due == null) {
                throw new AssertionError("not done within " + limit + " of virtual time: " + future);
            }
            due.task.run();
            executor.drain();
        }
    }

    /** Number of tasks that have not run and were not cancelled. */
    public synchronized int pending() {
        return tasks.size();
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    private synchronized Task next(long until) {
        Task first = tasks.peek();
        if (first == null || first.due > until) {
            return null;
        }
        tasks.remove(first);
        nanos = Math.max(nanos, first.due);
        return first;
    }

    private record Task(long due, long order, Runnable task) implements Comparable<Task> {

        @Override
        public int compareTo(Task other) {
            return due != other.due ? Long.compare(due, other.due) : Long.compare(order, other.order);
        }
    }
}
