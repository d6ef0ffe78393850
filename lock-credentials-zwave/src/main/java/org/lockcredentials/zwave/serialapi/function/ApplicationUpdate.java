package org.lockcredentials.zwave.serialapi.function;

import java.util.List;
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

    /**
     * A node asks to be included by SmartStart (0x85, by Long Range 0x87).
     *
     * @param homeId under which it asks, made of its device specific key
     * @param commandClasses as in its information
     */
    record SmartStartPrime(
            long homeId, boolean longRange, int basic, int generic, int specific, List<Integer> commandClasses)
            implements ApplicationUpdate {

        public SmartStartPrime {
            commandClasses = List.copyOf(commandClasses);
        }
    }

    /**
     * A SmartStart node was powered up that is in a network already (0x86).
     *
     * @param homeId made of its device specific key
     */
    record IncludedNode(int nodeId, RxStatus rxStatus, long homeId) implements ApplicationUpdate {}

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
            case 0x85 -> prime(in, base, false);
            case 0x87 -> prime(in, base, true);
            case 0x86 -> included(in, base);
            default -> new Other(status);
        };
    }

    private static SmartStartPrime prime(ByteReader in, NodeIdBase base, boolean longRange) throws DecodeException {
        base.read(in);
        in.skip(1);
        long homeId = in.u32();
        int classes = in.u8();
        return new SmartStartPrime(homeId, longRange, in.u8(), in.u8(), in.u8(), Octets.list(in.bytes(classes)));
    }

    private static IncludedNode included(ByteReader in, NodeIdBase base) throws DecodeException {
        int nodeId = base.read(in);
        in.skip(1);
        return new IncludedNode(nodeId, new RxStatus(in.u8()), in.u32());
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
        } else if (this instanceof SmartStartPrime prime) {
            base.write(out.u8(prime.longRange ? 0x87 : 0x85), 0);
            out.u8(0).u32(prime.homeId).u8(prime.commandClasses.size());
            out.u8(prime.basic).u8(prime.generic).u8(prime.specific);
            prime.commandClasses.forEach(out::u8);
        } else if (this instanceof IncludedNode included) {
            base.write(out.u8(0x86), included.nodeId);
            out.u8(5).u8(included.rxStatus.flags()).u32(included.homeId);
        } else if (this instanceof Other other) {
            out.u8(other.status);
        }
    }
}
