package org.lockcredentials.zwave.network;

import java.util.Optional;
import org.lockcredentials.zwave.serialapi.function.NodeInformation;

/**
 * A node that has just got its node id.
 *
 * @param information what it says of itself, if it did
 * @param controller whether it is a controller itself
 */
record Newcomer(int nodeId, Optional<NodeInformation> information, boolean controller) {

    /** Nodes of Long Range have ids of their own range. */
    boolean isLongRange() {
        return nodeId > 0xFF;
    }
}
