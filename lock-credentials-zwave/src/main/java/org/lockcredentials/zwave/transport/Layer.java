package org.lockcredentials.zwave.transport;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One encapsulation on the way to a node, in the order of SDS13783 §2.3.5: Multi Command over Supervision over Multi Channel over
 * security, or CRC-16, over Transport Service over the radio. A layer is made on top of the one below it and knows no other.
 *
 * <p>Touched by tasks of the network's actor only; futures complete there.
 */
public interface Layer {

    /**
     * Sends a command.
     *
     * <p>Completes with what is known once the node has it; with a {@link TransportException} if it has not, or if that is uncertain.
     */
    CompletableFuture<Delivery> send(Envelope envelope);

    /** How many bytes a command may have that is to go to that address through this layer. */
    int room(Address address);

    /** Names who takes what comes from nodes; told once, before anything comes. */
    void deliverTo(Consumer<? super Envelope> above);
}
