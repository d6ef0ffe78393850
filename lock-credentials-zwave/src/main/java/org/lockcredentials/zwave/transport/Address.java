package org.lockcredentials.zwave.transport;

import org.lockcredentials.zwave.command.Range;

/**
 * Where a command goes to or comes from.
 *
 * @param nodeId 1 to 65,535
 * @param endpoint 0 for the root device, else 1 to 127 (SDS13783 §3.4)
 */
public record Address(int nodeId, int endpoint) {

    public Address {
        Range.check("node id", nodeId, 1, 0xFFFF);
        Range.check("endpoint", endpoint, 0, 127);
    }

    /** What a frame tells may be no node at all. */
    static boolean isNode(int nodeId) {
        return nodeId >= 1 && nodeId <= 0xFFFF;
    }

    @Override
    public String toString() {
        return endpoint == 0 ? "node " + nodeId : "node " + nodeId + "/" + endpoint;
    }
}
