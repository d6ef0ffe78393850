package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Get Node Protocol Info (0x41), the response (INS13954 §4.4.15).
 *
 * @param generic the generic device class; 0 if the controller has no such node
 * @param specific the specific device class; 0 if the node has none
 */
public record NodeProtocolInfo(int capability, int security, int reserved, int basic, int generic, int specific) {

    static NodeProtocolInfo decode(ByteReader in) throws DecodeException {
        return new NodeProtocolInfo(in.u8(), in.u8(), in.u8(), in.u8(), in.u8(), in.isEmpty() ? 0 : in.u8());
    }

    public void encode(ByteWriter out) {
        out.u8(capability).u8(security).u8(reserved).u8(basic).u8(generic).u8(specific);
    }

    public boolean exists() {
        return generic != 0;
    }

    /** The node's receiver is always on. */
    public boolean isListening() {
        return (capability & 0x80) != 0;
    }

    public boolean isRouting() {
        return (capability & 0x40) != 0;
    }

    /** The node wakes to a beam every second, as locks on batteries do (FLiRS). */
    public boolean isListeningEvery1000Ms() {
        return (security & 0x40) != 0;
    }

    /** The node wakes to a beam four times a second (FLiRS). */
    public boolean isListeningEvery250Ms() {
        return (security & 0x20) != 0;
    }

    public boolean isController() {
        return (security & 0x02) != 0 && (security & 0x08) == 0;
    }
}
