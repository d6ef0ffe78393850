package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Application Update (0x49): news of nodes (INS13954 §4.3.1.8). */
public sealed interface ApplicationUpdate {

    /** A node sent its information, asked or unasked (0x84). */
    record NodeInfoReceived(NodeInformation information) implements ApplicationUpdate {}

    /** A node did not answer Request Node Info (0x81); the module does not say which. */
    record NodeInfoRequestFailed() implements ApplicationUpdate {}

    /** Another controller added a node (0x40). */
    record NodeAdded(NodeInformation information) implements ApplicationUpdate {}

    /** Another controller removed a node (0x20). */
    record NodeRemoved(int nodeId) implements ApplicationUpdate {}

    /** The Static Update Controller is another one now (0x10). */
    record SucChanged(int nodeId) implements ApplicationUpdate {}

    /** News that mean nothing here. */
    record Other(int status) implements ApplicationUpdate {}

    static ApplicationUpdate decode(ByteReader in, NodeIdBase base) throws DecodeException {
        int status = in.u8();
        return switch (status) {
            case 0x84 -> new NodeInfoReceived(NodeInformation.decode(in, base));
            case 0x81 -> new NodeInfoRequestFailed();
            case 0x40 -> new NodeAdded(NodeInformation.decode(in, base));
            case 0x20 -> new NodeRemoved(base.read(in));
            case 0x10 -> new SucChanged(base.read(in));
            default -> new Other(status);
        };
    }

    default void encode(ByteWriter out, NodeIdBase base) {
        if (this instanceof NodeInfoReceived received) {
            received.information.encode(out.u8(0x84), base);
        } else if (this instanceof NodeInfoRequestFailed) {
            base.write(out.u8(0x81), 0);
            out.u8(0);
        } else if (this instanceof NodeAdded added) {
            added.information.encode(out.u8(0x40), base);
        } else if (this instanceof NodeRemoved removed) {
            base.write(out.u8(0x20), removed.nodeId);
            out.u8(0);
        } else if (this instanceof SucChanged changed) {
            base.write(out.u8(0x10), changed.nodeId);
            out.u8(0);
        } else if (this instanceof Other other) {
            out.u8(other.status);
        }
    }
}
