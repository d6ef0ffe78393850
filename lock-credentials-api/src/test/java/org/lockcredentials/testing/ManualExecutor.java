package org.lockcredentials.testing;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs what it is given on the test's own thread, in order, when the test says so.
 *
 * <p>Tasks may be handed over by any thread; only one runs at a time.
 */
public final class ManualExecutor implements Executor {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    @Override
    public synchronized void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs tasks until none is left, those included that the tasks themselves hand over; does nothing inside a task. */
    public void drain() {
        if (!begin()) {
            return;
        }
        try {
            for (Runnable task = next(); task != null; task = next()) {
                task.run();
            }
        } finally {
            end();
        }
    }

    /** True if nothing waits to be run. */
    public synchronized boolean isIdle() {
        return tasks.isEmpty();
    }

    private synchronized boolean begin() {
        boolean begins = !running;
        running = true;
        return begins;
    }

    private synchronized Runnable next() {
        return tasks.poll();
    }

    private synchronized void end() {
        running = false;
    }
}
