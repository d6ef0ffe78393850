package org.lockcredentials.zwave.serialapi.function;

import java.util.Optional;
import java.util.OptionalInt;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Add Node To Network (0x4A): no response, callbacks tell how far it is (INS13954 §4.4.1).
 *
 * @param mode 1 any node, 5 stop, 6 stop and tell no more, 9 listen for SmartStart; others by the specification
 * @param callbackId 0 for no callbacks
 */
public record AddNode(int mode, boolean highPower, boolean networkWide, int callbackId) implements Command {

    public static final int ANY = 1;
    public static final int STOP = 5;
    public static final int STOP_FAILED = 6;
    public static final int SMART_START_LISTEN = 9;

    @Override
    public FunctionId function() {
        return FunctionId.ADD_NODE_TO_NETWORK;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {
        out.u8(mode | (highPower ? 0x80 : 0) | (networkWide ? 0x40 : 0)).u8(callbackId);
    }

    public static AddNode decode(ByteReader in) throws DecodeException {
        int flags = in.u8();
        return new AddNode(flags & 0x0F, (flags & 0x80) != 0, (flags & 0x40) != 0, in.u8());
    }

    /**
     * The callback.
     *
     * @param node the new node, once it has an id
     * @param information what the new node says of itself, while it is being added
     */
    public record Status(int callbackId, Step step, OptionalInt node, Optional<NodeInformation> information) {

        /** What step the inclusion reached. */
        public enum Step {
            UNKNOWN,
            LEARN_READY,
            NODE_FOUND,
            ADDING_SLAVE,
            ADDING_CONTROLLER,
            PROTOCOL_DONE,
            DONE,
            FAILED,
            /** The controller may not add nodes to this network. */
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
            return switch (step) {
                case ADDING_SLAVE, ADDING_CONTROLLER -> {
                    NodeInformation information = NodeInformation.decode(in, base);
                    yield new Status(callbackId, step, OptionalInt.of(information.nodeId()), Optional.of(information));
                }
                case DONE, PROTOCOL_DONE ->
                    new Status(
                            callbackId,
                            step,
                            in.isEmpty() ? OptionalInt.empty() : OptionalInt.of(base.read(in)),
                            Optional.empty());
                default -> new Status(callbackId, step, OptionalInt.empty(), Optional.empty());
            };
        }

        public void encode(ByteWriter out, NodeIdBase base) {
            out.u8(callbackId).u8(step.code());
            if (information.isPresent()) {
                information.get().encode(out, base);
            } else {
                node.ifPresent(id -> base.write(out, id));
            }
        }
    }
}
