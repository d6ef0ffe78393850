package org.lockcredentials.internal.host;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes daemon threads whose names tell whose they are: {@code lock-credentials-…}. */
final class NamedThreads implements ThreadFactory {

    private static final String OURS = "lock-credentials-";

    private final String role;
    private final AtomicInteger count = new AtomicInteger();

    NamedThreads(String role) {
        this.role = role;
    }

    @Override
    public Thread newThread(Runnable work) {
        return named(role + "-" + count.incrementAndGet(), work);
    }

    /** Starts one thread for one piece of work. */
    static void start(String role, Runnable work) {
        named(role, work).start();
    }

    private static Thread named(String role, Runnable work) {
        Thread thread = new Thread(work, OURS + role);
        thread.setDaemon(true);
        return thread;
    }
}
