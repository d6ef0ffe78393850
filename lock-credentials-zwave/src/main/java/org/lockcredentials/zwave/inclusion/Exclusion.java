package org.lockcredentials.zwave.inclusion;

import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** An exclusion that was begun. */
public final class Exclusion {

    private final CompletableFuture<OptionalInt> nodeId;
    private final Runnable cancellation;

    /** @param cancellation gives up; of no effect when it is over */
    public Exclusion(CompletableFuture<OptionalInt> nodeId, Runnable cancellation) {
        this.nodeId = nodeId;
        this.cancellation = cancellation;
    }

    /**
     * Completes with the node that left, or without one if a node of another network was reset.
     *
     * <p>Fails with a {@link org.lockcredentials.LockCredentialException}: TIMEOUT if no node asked to leave within 60 seconds or
     * did not leave in time, REJECTED (cancelled, or refused by the stick, or the stick is busy with another change of the network),
     * UNSUPPORTED, UNREACHABLE or CLOSED.
     */
    public CompletableFuture<OptionalInt> nodeId() {
        return nodeId.copy();
    }

    /** Gives up; {@link #nodeId()} then fails with REJECTED unless a node is leaving just now. */
    public void cancel() {
        cancellation.run();
    }
}
