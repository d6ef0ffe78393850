package org.lockcredentials.zwave.node;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.transport.NodeKind;
import org.lockcredentials.zwave.transport.security.NodeSecurity;

/**
 * What is known of a node.
 *
 * @param security how safely it is spoken to
 * @param product what it is, where it told
 * @param locks the endpoints that are locks; none if the node is something else
 */
public record KnownNode(
        int nodeId, NodeKind kind, NodeSecurity security, Optional<Product> product, List<KnownEndpoint> locks) {

    public KnownNode {
        locks = List.copyOf(locks);
    }

    /** The endpoints to which commands can be sent supervised. */
    public Set<Integer> supervisedEndpoints() {
        return locks.stream()
                .filter(each -> each.supports(CommandClass.SUPERVISION))
                .map(KnownEndpoint::endpoint)
                .collect(Collectors.toUnmodifiableSet());
    }
}
