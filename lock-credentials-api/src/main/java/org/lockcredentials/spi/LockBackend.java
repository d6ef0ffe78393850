package org.lockcredentials.spi;

import java.util.concurrent.CompletableFuture;

/**
 * One protocol with its network, as the manager sees it.
 *
 * <p>A backend object is opened once and closed once.
 */
public interface LockBackend {

    /** The first word of its locks' ids: a lower-case word, one backend of that name in a manager. */
    String name();

    /**
     * Starts. Completes when the locks that are known from earlier, or can be found without waiting for them to wake up, were told to
     * the context's listener; a lock that does not answer is told as unreachable. Fails with a
     * {@link org.lockcredentials.LockCredentialException} (UNREACHABLE, SECURITY, CLOSED) if the network itself cannot be had.
     */
    CompletableFuture<Void> open(BackendContext context);

    /** Gives back every thread, port and socket; what is pending fails with CLOSED. Completes within 5 seconds, and at once when repeated. */
    CompletableFuture<Void> close();
}
