package org.lockcredentials.zwave.inclusion;

import java.util.concurrent.CompletableFuture;

/** An inclusion, or the replacement of a node, that was begun. */
public final class Inclusion {

    private final CompletableFuture<ZWaveNode> node;
    private final Runnable cancellation;

    /** @param cancellation gives up; of no effect when it is over */
    public Inclusion(CompletableFuture<ZWaveNode> node, Runnable cancellation) {
        this.node = node;
        this.cancellation = cancellation;
    }

    /**
     * Completes with the node once it is in the network and has its keys; one that cannot be asked what it is at once is returned all the same,
     * and got to know when it can be.
     *
     * <p>Fails with a {@link org.lockcredentials.LockCredentialException} whose cause is an {@link InclusionFailure} that names the
     * stage: TIMEOUT, REJECTED (cancelled, or refused by the stick, or the stick is busy with another change of the network), UNSUPPORTED,
     * UNREACHABLE (the stick was lost), SECURITY or CLOSED. A node that is in the network by then is kept from use; it is to be excluded,
     * or removed once it does not answer any more.
     */
    public CompletableFuture<ZWaveNode> node() {
        return node.copy();
    }

    /**
     * Gives up, as soon as the stick can be stopped without harm to the network; {@link #node()} then fails with REJECTED. Of no effect
     * once the node has its keys.
     */
    public void cancel() {
        cancellation.run();
    }
}
