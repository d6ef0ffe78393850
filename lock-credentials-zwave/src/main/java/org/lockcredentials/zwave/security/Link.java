package org.lockcredentials.zwave.security;

import org.lockcredentials.zwave.command.Range;

/**
 * This host and another node.
 *
 * @param homeId of the network, 32 bits
 * @param ownNodeId 1 to 65,535
 * @param peerNodeId 1 to 65,535
 */
public record Link(int homeId, int ownNodeId, int peerNodeId) {

    public Link {
        Range.check("own node id", ownNodeId, 1, 0xFFFF);
        Range.check("peer node id", peerNodeId, 1, 0xFFFF);
    }
}
