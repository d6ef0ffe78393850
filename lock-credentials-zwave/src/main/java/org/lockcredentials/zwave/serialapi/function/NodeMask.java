package org.lockcredentials.zwave.serialapi.function;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A set of node ids as a bit mask; bit 0 of the first byte is node 1, or the first of Long Range (INS12350 §7.4). */
final class NodeMask {

    /** Bytes for the 232 nodes of a network that is not Long Range. */
    static final int LENGTH = 29;

    private NodeMask() {}

    static List<Integer> decode(byte[] mask) {
        return decode(mask, 1);
    }

    static List<Integer> decode(byte[] mask, int firstNode) {
        List<Integer> nodes = new ArrayList<>();
        for (int bit = 0; bit < 8 * mask.length; bit++) {
            if ((mask[bit / 8] >> (bit % 8) & 1) != 0) {
                nodes.add(firstNode + bit);
            }
        }
        return List.copyOf(nodes);
    }

    static byte[] encode(Collection<Integer> nodes, int length) {
        return encode(nodes, 1, length);
    }

    static byte[] encode(Collection<Integer> nodes, int firstNode, int length) {
        byte[] mask = new byte[length];
        nodes.forEach(node -> mask[(node - firstNode) / 8] |= (byte) (1 << (node - firstNode) % 8));
        return mask;
    }
}
