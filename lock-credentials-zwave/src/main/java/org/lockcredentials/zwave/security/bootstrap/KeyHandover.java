package org.lockcredentials.zwave.security.bootstrap;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.zwave.security.SecurityClass;

/** Hands network keys to nodes that have just joined. Used by tasks of the network's actor, where futures complete too. */
public interface KeyHandover {

    /**
     * Begins at once: a node that has joined waits ten seconds for the first command, and then stays without security.
     *
     * <p>By Security 2 where the node lists it, else by Security 0 where it lists that and {@code guide} grants it. One handover
     * runs for a node at a time; another one cancels the first.
     */
    Handover hand(JoinedNode node, JoinGuide guide);

    /** A handover that has begun. */
    interface Handover {

        /**
         * Completes with the classes whose keys the node has, none if it knows no security or Security 0 was not granted.
         *
         * <p>Fails with a {@link HandoverException}; the node is without security then, and is to leave before it is tried again.
         */
        CompletableFuture<Set<SecurityClass>> granted();

        /** Gives up and tells the node so; of no effect when it is over. */
        void cancel();
    }
}
