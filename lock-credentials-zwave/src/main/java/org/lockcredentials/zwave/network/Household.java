package org.lockcredentials.zwave.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.zwave.command.NodeInformation;
import org.lockcredentials.zwave.inclusion.ZWaveNode;
import org.lockcredentials.zwave.node.KnownNode;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.transport.CommandChannel;
import org.lockcredentials.zwave.transport.NodeKind;

/** Takes nodes in when they have joined, and lets them go. Called by tasks of the network's actor, where futures complete. */
public interface Household {

    /** When each node of the network listens; what is not known of one may be left out. */
    List<NodeKind> kinds();

    /** A node is about to join: what was known of an earlier one with its id is of no use any more. */
    void expect(int nodeId);

    /** Completes with what the node says of itself; fails with a {@link org.lockcredentials.zwave.transport.TransportException}. */
    CompletableFuture<NodeInformation> information(int nodeId);

    /** The node has the keys of these classes, none at all if it is to be spoken to in the clear. */
    void secured(int nodeId, Set<SecurityClass> granted);

    /** Completes with what the node is, or empty if it cannot be asked now; never fails. */
    CompletableFuture<Optional<KnownNode>> getToKnow(int nodeId);

    /** The way to the node itself. */
    CommandChannel root(int nodeId);

    /** The node is ready: its locks are told to the host. */
    CompletableFuture<ZWaveNode> admit(int nodeId, Optional<KnownNode> known);

    /** The node is in the network and is not to be used. */
    void keepOut(int nodeId);

    /** The node has left. */
    void forget(int nodeId);
}
