package org.lockcredentials.zwave.inclusion;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.lockcredentials.zwave.security.SecurityClass;

/**
 * A node that may join by itself, and how that went.
 *
 * @param code its QR code
 * @param granted the classes that it gets
 * @param longRange whether it joins by Long Range
 * @param nodeId the node that it has become
 * @param broken the stage at which it broke last; the node may try again
 */
public record ProvisionedNode(
        SmartStartCode code,
        Set<SecurityClass> granted,
        boolean longRange,
        OptionalInt nodeId,
        Optional<InclusionStage> broken) {

    public ProvisionedNode {
        granted = Set.copyOf(granted);
    }

    /** The same, as the node it has become. */
    public ProvisionedNode joined(int asNode) {
        return new ProvisionedNode(code, granted, longRange, OptionalInt.of(asNode), Optional.empty());
    }

    /** The same, not in the network any more, or not yet. */
    public ProvisionedNode broken(Optional<InclusionStage> at) {
        return new ProvisionedNode(code, granted, longRange, OptionalInt.empty(), at);
    }
}
