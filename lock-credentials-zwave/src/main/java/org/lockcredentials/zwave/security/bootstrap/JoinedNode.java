package org.lockcredentials.zwave.security.bootstrap;

import java.util.Set;
import org.lockcredentials.zwave.command.Range;

/**
 * A node that has joined a moment ago.
 *
 * @param nodeId 1 to 65,535
 * @param commandClasses what its Node Information Frame lists as supported
 * @param controller whether it is a controller itself
 * @param longRange whether it joined by Long Range
 */
public record JoinedNode(int nodeId, Set<Integer> commandClasses, boolean controller, boolean longRange) {

    public JoinedNode {
        Range.check("node id", nodeId, 1, 0xFFFF);
        commandClasses = Set.copyOf(commandClasses);
    }
}
