package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Request Node Info (0x60): answered by an {@link ApplicationUpdate} (INS13954 §4.4.26); the response says if it was sent. */
public record RequestNodeInfo(int nodeId) implements Call<Boolean> {

    @Override
    public FunctionId function() {
        return FunctionId.REQUEST_NODE_INFO;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {
        base.write(out, nodeId);
    }

    public static RequestNodeInfo decode(ByteReader in, NodeIdBase base) throws DecodeException {
        return new RequestNodeInfo(base.read(in));
    }

    @Override
    public Boolean decodeResponse(ByteReader in, NodeIdBase base) throws DecodeException {
        return in.u8() != 0;
    }
}
