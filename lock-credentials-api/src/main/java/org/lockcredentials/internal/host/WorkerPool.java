package org.lockcredentials.internal.host;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The executor of a host that brings none: a few daemon threads that end when they have nothing to do. */
public final class WorkerPool implements Executor {

    private static final int THREADS = 8;
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;

    public WorkerPool() {
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new NamedThreads("worker"));
        threads.allowCoreThreadTimeOut(true);
        // What comes after the end is mostly a refusal that somebody waits for, so it must not get lost.
        threads.setRejectedExecutionHandler((late, pool) -> late.run());
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    /** Lets the threads end after the work that they have; later work runs on the thread that brings it. */
    public void close() {
        threads.shutdown();
    }
}
