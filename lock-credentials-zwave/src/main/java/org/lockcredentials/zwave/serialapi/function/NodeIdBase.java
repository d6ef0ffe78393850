package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** How wide node ids are on the line; 16 bits once the host asked for it (Serial API Setup, Set Node ID Base Type). */
public enum NodeIdBase {
    EIGHT_BIT(1),
    SIXTEEN_BIT(2);

    private final int code;

    NodeIdBase(int code) {
        this.code = code;
    }

    /** The value in Set Node ID Base Type. */
    int code() {
        return code;
    }

    public int read(ByteReader in) throws DecodeException {
        return this == EIGHT_BIT ? in.u8() : in.u16();
    }

    /** @throws IllegalArgumentException if the node id does not fit this base */
    public void write(ByteWriter out, int nodeId) {
        if (this == EIGHT_BIT) {
            out.u8(nodeId);
        } else {
            out.u16(nodeId);
        }
    }
}
