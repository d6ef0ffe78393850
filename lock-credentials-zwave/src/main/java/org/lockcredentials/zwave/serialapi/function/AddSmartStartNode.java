package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Add Node To Network (0x4A) in mode 8: adds the one node that asked by SmartStart; callbacks are {@link AddNode.Status}
 * (INS13954 §4.4.2).
 *
 * @param homeId under which the node asks, 32 bits
 * @param authHomeId by which it is recognised, 32 bits
 * @param longRange whether it joins by Long Range
 */
public record AddSmartStartNode(long homeId, long authHomeId, boolean longRange, int callbackId) implements Command {

    private static final int MODE = 0x08;
    private static final int HIGH_POWER = 0x80;
    private static final int NETWORK_WIDE = 0x40;
    private static final int LONG_RANGE = 0x20;

    @Override
    public FunctionId function() {
        return FunctionId.ADD_NODE_TO_NETWORK;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {
        out.u8(MODE | HIGH_POWER | NETWORK_WIDE | (longRange ? LONG_RANGE : 0)).u8(callbackId);
        out.u32(homeId).u32(authHomeId);
    }

    public static AddSmartStartNode decode(ByteReader in) throws DecodeException {
        int flags = in.u8();
        int callbackId = in.u8();
        return new AddSmartStartNode(in.u32(), in.u32(), (flags & LONG_RANGE) != 0, callbackId);
    }
}
