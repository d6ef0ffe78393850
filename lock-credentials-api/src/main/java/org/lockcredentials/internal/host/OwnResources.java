package org.lockcredentials.internal.host;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.lockcredentials.spi.Scheduler;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.store.DirectoryStateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is made for one manager because the host brought none, and given back with it, the last made first. */
public final class OwnResources {

    private static final Logger LOG = LoggerFactory.getLogger(OwnResources.class);

    private final Deque<Runnable> givingBack = new ArrayDeque<>();

    public Executor workers() {
        WorkerPool made = new WorkerPool();
        add(made::close);
        return made;
    }

    public Scheduler clock() {
        SystemScheduler made = new SystemScheduler();
        add(made::close);
        return made;
    }

    /** @throws org.lockcredentials.LockCredentialException REJECTED if the directory cannot be had */
    public StateStore directory(Path path) {
        DirectoryStateStore made = DirectoryStateStore.open(path);
        add(made::close);
        return made;
    }

    /** Gives everything back; what fails is logged and keeps nothing else. */
    public synchronized void close() {
        while (!givingBack.isEmpty()) {
            try {
                givingBack.pop().run();
            } catch (RuntimeException e) {
                LOG.warn("closing went wrong: {}", e.getMessage());
            }
        }
    }

    private synchronized void add(Runnable back) {
        givingBack.push(back);
    }
}
