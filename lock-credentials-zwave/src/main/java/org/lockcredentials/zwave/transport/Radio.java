package org.lockcredentials.zwave.transport;

import java.util.concurrent.CompletableFuture;

/** What the layers need of the stick: commands as bytes, to and from nodes. */
public interface Radio {

    /**
     * Sends one command to a node.
     *
     * <p>Completes without a value when the node's radio acknowledged it; with a {@link TransportException} UNREACHABLE if it did
     * not or nothing was sent, UNCERTAIN if the stick was lost or kept silent meanwhile, CLOSED. Completes as a task of the network's actor.
     *
     * @param command is wiped by the radio when it is sent
     */
    CompletableFuture<Void> send(int nodeId, byte[] command);

    /** How many bytes of a command fit one frame. */
    int room();

    /** Names who takes what nodes send; told once, before anything is sent. */
    void deliverTo(Listener listener);

    /** Hears nodes, as tasks of the network's actor. */
    @FunctionalInterface
    interface Listener {

        /**
         * A node sent a command.
         *
         * @param command belongs to the listener
         * @param alone whether it was sent to this host alone, not to several nodes
         */
        void received(int nodeId, byte[] command, boolean alone);
    }
}
