package org.lockcredentials.zwave.serialapi.function;

import java.util.OptionalInt;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Get SUC Node ID (0x56), the response (INS13954 §4.4.17): the Static Update Controller, if the network has one. */
public record SucNodeId(OptionalInt nodeId) {

    static SucNodeId decode(ByteReader in, NodeIdBase base) throws DecodeException {
        int nodeId = base.read(in);
        return new SucNodeId(nodeId == 0 ? OptionalInt.empty() : OptionalInt.of(nodeId));
    }

    public void encode(ByteWriter out, NodeIdBase base) {
        base.write(out, nodeId.orElse(0));
    }
}
