package org.lockcredentials.zwave.serialapi.function;

import java.util.OptionalInt;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Remove Node From Network (0x4B): no response, callbacks tell how far it is (INS13954 §4.4.22).
 *
 * @param mode 1 any node, 5 stop; others by the specification
 * @param callbackId 0 for no callbacks
 */
public record RemoveNode(int mode, boolean highPower, boolean networkWide, int callbackId) implements Command {

    public static final int ANY = 1;
    public static final int STOP = 5;

    @Override
    public FunctionId function() {
        return FunctionId.REMOVE_NODE_FROM_NETWORK;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {
        out.u8(mode | (highPower ? 0x80 : 0) | (networkWide ? 0x40 : 0)).u8(callbackId);
    }

    public static RemoveNode decode(ByteReader in) throws DecodeException {
        int flags = in.u8();
        return new RemoveNode(flags & 0x0F, (flags & 0x80) != 0, (flags & 0x40) != 0, in.u8());
    }

    /** The callback; the node is known while it is being removed, and then only if it was of this network. */
    public record Status(int callbackId, Step step, OptionalInt node) {

        /** What step the exclusion reached. */
        public enum Step {
            UNKNOWN,
            LEARN_READY,
            NODE_FOUND,
            REMOVING_SLAVE,
            REMOVING_CONTROLLER,
            PROTOCOL_DONE,
            DONE,
            FAILED,
            /** The controller may not remove nodes from this network. */
            NOT_PRIMARY;

            private static final int NOT_PRIMARY_CODE = 0x23;

            static Step of(int code) {
                if (code == NOT_PRIMARY_CODE) {
                    return NOT_PRIMARY;
                }
                return code < NOT_PRIMARY.ordinal() ? values()[code] : UNKNOWN;
            }

            int code() {
                return this == NOT_PRIMARY ? NOT_PRIMARY_CODE : ordinal();
            }
        }

        public static Status decode(ByteReader in, NodeIdBase base) throws DecodeException {
            int callbackId = in.u8();
            Step step = Step.of(in.u8());
            boolean named = step == Step.REMOVING_SLAVE || step == Step.REMOVING_CONTROLLER;
            return new Status(callbackId, step, named ? OptionalInt.of(base.read(in)) : OptionalInt.empty());
        }

        public void encode(ByteWriter out, NodeIdBase base) {
            out.u8(callbackId).u8(step.code());
            node.ifPresent(id -> base.write(out, id));
        }
    }
}
