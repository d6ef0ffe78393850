package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.DecodeException;

/** Get Controller Capabilities (0x05), the response (INS13954 §4.4.11). */
public record ControllerCapabilities(int flags) {

    static ControllerCapabilities decode(ByteReader in, NodeIdBase base) throws DecodeException {
        return new ControllerCapabilities(in.u8());
    }

    public boolean isSecondary() {
        return (flags & 0x01) != 0;
    }

    public boolean isOnOtherNetwork() {
        return (flags & 0x02) != 0;
    }

    public boolean isSisPresent() {
        return (flags & 0x04) != 0;
    }

    public boolean wasRealPrimary() {
        return (flags & 0x08) != 0;
    }

    public boolean isSuc() {
        return (flags & 0x10) != 0;
    }

    public boolean hasNoNodes() {
        return (flags & 0x20) != 0;
    }
}
