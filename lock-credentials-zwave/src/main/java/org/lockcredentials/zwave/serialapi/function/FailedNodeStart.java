package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * How the controller answers that a failed node is to be removed or replaced (INS13954 §4.4.20, §4.4.21).
 *
 * @param flags 0 if it began
 */
public record FailedNodeStart(int flags) {

    static FailedNodeStart decode(ByteReader in) throws DecodeException {
        return new FailedNodeStart(in.u8());
    }

    public void encode(ByteWriter out) {
        out.u8(flags);
    }

    public boolean isStarted() {
        return flags == 0;
    }

    public boolean isNotPrimary() {
        return (flags & 0x02) != 0;
    }

    /** The controller does not take the node for failed, or has no such node. */
    public boolean isNotFound() {
        return (flags & 0x08) != 0;
    }

    public boolean isBusy() {
        return (flags & 0x10) != 0;
    }

    /** The node answered. */
    public boolean isNotFailing() {
        return (flags & 0x20) != 0;
    }
}
