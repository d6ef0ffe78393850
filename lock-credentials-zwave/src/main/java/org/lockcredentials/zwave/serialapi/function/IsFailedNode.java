package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Is Failed Node (0x62): whether the controller takes the node for failed (INS13954 §4.4.18). */
public record IsFailedNode(int nodeId) implements Call<Boolean> {

    @Override
    public FunctionId function() {
        return FunctionId.IS_FAILED_NODE;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {
        base.write(out, nodeId);
    }

    public static IsFailedNode decode(ByteReader in, NodeIdBase base) throws DecodeException {
        return new IsFailedNode(base.read(in));
    }

    @Override
    public Boolean decodeResponse(ByteReader in, NodeIdBase base) throws DecodeException {
        return in.u8() != 0;
    }
}
