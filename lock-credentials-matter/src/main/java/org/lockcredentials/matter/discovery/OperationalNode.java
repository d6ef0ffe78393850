package org.lockcredentials.matter.discovery;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * A commissioned node (Matter Core 4.3.2).
 *
 * @param instance the fabric and the node
 * @param addresses where it may be reached, likeliest first, never empty
 * @param intervals how it wants to be talked to
 */
public record OperationalNode(
        OperationalInstance instance, List<InetSocketAddress> addresses, SessionIntervals intervals)
        implements DiscoveredNode {

    public OperationalNode {
        addresses = List.copyOf(addresses);
    }

    @Override
    public String name() {
        return instance.name();
    }
}
