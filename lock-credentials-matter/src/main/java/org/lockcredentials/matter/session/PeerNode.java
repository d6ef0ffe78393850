package org.lockcredentials.matter.session;

/**
 * A node of a fabric.
 *
 * @param compressedFabricId the fabric's 64-bit name on the network, unsigned
 * @param nodeId unsigned
 */
public record PeerNode(long compressedFabricId, long nodeId) {

    @Override
    public String toString() {
        return "%016X-%016X".formatted(compressedFabricId, nodeId);
    }
}
