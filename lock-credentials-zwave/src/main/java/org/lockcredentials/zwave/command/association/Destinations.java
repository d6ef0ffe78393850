package org.lockcredentials.zwave.command.association;

import java.util.ArrayList;
import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;

/**
 * Whom a group reports to: nodes, and after a mark end points of nodes (SDS13782, Multi Channel Association Set).
 *
 * @param nodes 1 to 255, to which reports go as they are
 * @param endPoints to which reports go in Multi Channel encapsulation
 */
public record Destinations(List<Integer> nodes, List<EndPoint> endPoints) {

    private static final int MARK = 0;
    private static final int SEVERAL = 0x80;

    /**
     * An end point of a node.
     *
     * @param endPoint 0 to 127, 0 for the root device; a mask of the end points 1 to 7 if {@code several}
     */
    public record EndPoint(int nodeId, boolean several, int endPoint) {

        public EndPoint {
            Range.u8("node id", nodeId);
            Range.check("end point", endPoint, 0, 127);
        }
    }

    public Destinations {
        nodes = List.copyOf(nodes);
        nodes.forEach(node -> Range.check("node id", node, 1, 0xFF));
        endPoints = List.copyOf(endPoints);
    }

    /** One node. */
    public static Destinations node(int nodeId) {
        return new Destinations(List.of(nodeId), List.of());
    }

    /** The root device of one node, told of reports in Multi Channel encapsulation, so that it learns which end point they are of. */
    public static Destinations rootDevice(int nodeId) {
        return new Destinations(List.of(), List.of(new EndPoint(nodeId, false, 0)));
    }

    /** Whether all of the others are among these. */
    public boolean contain(Destinations others) {
        return nodes.containsAll(others.nodes) && endPoints.containsAll(others.endPoints);
    }

    static Destinations decode(ByteReader in) throws DecodeException {
        List<Integer> nodes = new ArrayList<>();
        List<EndPoint> endPoints = new ArrayList<>();
        boolean marked = false;
        while (!in.isEmpty()) {
            int node = in.u8();
            if (marked) {
                int endPoint = in.u8();
                endPoints.add(new EndPoint(node, (endPoint & SEVERAL) != 0, endPoint & ~SEVERAL));
            } else if (node == MARK) {
                marked = true;
            } else {
                nodes.add(node);
            }
        }
        return new Destinations(nodes, endPoints);
    }

    void encode(ByteWriter out) {
        nodes.forEach(out::u8);
        if (!endPoints.isEmpty()) {
            out.u8(MARK);
            endPoints.forEach(each -> out.u8(each.nodeId).u8(each.endPoint | (each.several ? SEVERAL : 0)));
        }
    }
}
