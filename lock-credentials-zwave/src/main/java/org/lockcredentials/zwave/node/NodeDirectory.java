package org.lockcredentials.zwave.node;

import java.util.concurrent.CompletableFuture;
import org.lockcredentials.zwave.command.NodeInformation;

/** What the stick can tell or find out about nodes. Futures fail with a {@link org.lockcredentials.zwave.transport.TransportException}. */
public interface NodeDirectory {

    /** Completes with what the controller remembers; asks the node nothing. */
    CompletableFuture<NodeTraits> traits(int nodeId);

    /** Asks the node for its Node Information Frame. */
    CompletableFuture<NodeInformation> information(int nodeId);
}
