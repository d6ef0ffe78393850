package org.lockcredentials.matter.interaction;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.exchange.Received;

/**
 * One conversation with a node, in messages of the interaction model; used by tasks of the controller's actor only.
 *
 * <p>Futures fail with {@link org.lockcredentials.matter.exchange.ChannelException}.
 */
interface Dialogue {

    /** Sends a message and completes with the next one of the node. */
    CompletableFuture<Received> request(InteractionMessage message, Duration processing);

    /** Sends a message; nothing more is said. */
    void conclude(InteractionMessage message);

    /** Says nothing more. */
    void close();
}
