package org.lockcredentials.zwave.serialapi.function;

import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Get Long Range Nodes (0xDA): one segment of the network's Long Range nodes (INS12350-21 §7.4.2).
 *
 * @param segment 0 to {@value #LAST_SEGMENT}, each of 1024 node ids
 */
public record GetLongRangeNodes(int segment) implements Call<GetLongRangeNodes.Response> {

    /** The one with node id 4000, the highest there is. */
    public static final int LAST_SEGMENT = 3;

    private static final int FIRST_NODE = 256;
    private static final int SEGMENT_BYTES = 128;

    @Override
    public FunctionId function() {
        return FunctionId.GET_LONG_RANGE_NODES;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {
        out.u8(segment);
    }

    public static GetLongRangeNodes decode(ByteReader in) throws DecodeException {
        return new GetLongRangeNodes(in.u8());
    }

    @Override
    public Response decodeResponse(ByteReader in, NodeIdBase base) throws DecodeException {
        boolean more = in.u8() != 0;
        int segment = in.u8();
        List<Integer> nodes = NodeMask.decode(in.bytes(in.u8()), firstNode(segment));
        return new Response(more, segment, nodes);
    }

    /**
     * The nodes of a segment.
     *
     * @param more true if a later segment has nodes, too
     * @param segment perhaps not the one that was asked for: a module knows as many as it may have nodes
     */
    public record Response(boolean more, int segment, List<Integer> nodes) {

        public Response {
            nodes = List.copyOf(nodes);
        }

        public void encode(ByteWriter out) {
            out.u8(more ? 1 : 0).u8(segment).u8(SEGMENT_BYTES);
            out.bytes(NodeMask.encode(nodes, firstNode(segment), SEGMENT_BYTES));
        }
    }

    private static int firstNode(int segment) {
        return FIRST_NODE + segment * SEGMENT_BYTES * 8;
    }
}
