package org.lockcredentials.event;

import java.util.List;
import java.util.function.Consumer;
import org.lockcredentials.LockId;

/** The events of all locks of one manager. */
public interface EventStream {

    /**
     * Hands every event from now on to {@code listener}, one at a time, in order, on the host's executor.
     *
     * <p>A listener that falls more than 1,024 events behind loses the oldest; one that throws is logged and goes on.
     *
     * @throws org.lockcredentials.LockCredentialException CLOSED after the manager was closed
     */
    Subscription subscribe(Consumer<? super LockEvent> listener);

    /**
     * The last events of one lock, oldest first, at most {@code limit} and at most the 256 that are remembered.
     *
     * @throws org.lockcredentials.LockCredentialException CLOSED after the manager was closed
     * @throws IllegalArgumentException if {@code limit} is negative
     */
    List<LockEvent> recent(LockId lock, int limit);

    /** Ends by being closed; an event that is being handed over meanwhile may still arrive. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
