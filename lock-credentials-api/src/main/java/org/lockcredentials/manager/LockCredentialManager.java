package org.lockcredentials.manager;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Lock;
import org.lockcredentials.LockGroup;
import org.lockcredentials.LockId;
import org.lockcredentials.LockInfo;
import org.lockcredentials.Target;
import org.lockcredentials.event.EventStream;
import org.lockcredentials.plan.Plans;

/**
 * All locks of one host, whatever they speak. One per host; safe for use by several threads.
 */
public interface LockCredentialManager extends AutoCloseable {

    /** Starts the making of a manager. */
    static ManagerBuilder builder() {
        return new ManagerBuilder();
    }

    /** Completes with the locks of all backends, by id; asks them nothing. Fails with CLOSED. */
    CompletableFuture<List<LockInfo>> locks();

    /**
     * A handle on a lock, known or not: its operations fail with NOT_FOUND while no backend knows it.
     *
     * @throws org.lockcredentials.LockCredentialException CLOSED after the manager was closed, REJECTED if what is kept of the lock cannot be read
     */
    Lock lock(LockId id);

    /** A handle on all locks that the target means. */
    LockGroup group(Target target);

    /** What locks tell of themselves. */
    EventStream events();

    /** Desired state, and the making of it. */
    Plans plans();

    /**
     * Gives back every thread, port and socket; what is pending fails with CLOSED. Completes within 10 seconds, and at once when
     * repeated, on a thread that needs nothing of the host's to be free. Never fails: what goes wrong in closing is logged.
     */
    CompletableFuture<Void> closeAsync();

    /** {@link #closeAsync} and waits for it. */
    @Override
    void close();
}
