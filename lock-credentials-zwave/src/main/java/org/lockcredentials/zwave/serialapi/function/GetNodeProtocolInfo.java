package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Get Node Protocol Info (0x41): what the controller knows of a node since its inclusion (INS13954 §4.4.15). */
public record GetNodeProtocolInfo(int nodeId) implements Call<NodeProtocolInfo> {

    @Override
    public FunctionId function() {
        return FunctionId.GET_NODE_PROTOCOL_INFO;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {
        base.write(out, nodeId);
    }

    public static GetNodeProtocolInfo decode(ByteReader in, NodeIdBase base) throws DecodeException {
        return new GetNodeProtocolInfo(base.read(in));
    }

    @Override
    public NodeProtocolInfo decodeResponse(ByteReader in, NodeIdBase base) throws DecodeException {
        return NodeProtocolInfo.decode(in);
    }
}
