package org.lockcredentials.matter.discovery;

import java.net.InetSocketAddress;
import java.util.List;

/** A node as it announced itself. */
public sealed interface DiscoveredNode permits CommissionableNode, OperationalNode {

    /** The name of its service instance. */
    String name();

    /** Where it may be reached, likeliest first, never empty; link-local addresses have their scope. */
    List<InetSocketAddress> addresses();

    /** How it wants to be talked to. */
    SessionIntervals intervals();
}
