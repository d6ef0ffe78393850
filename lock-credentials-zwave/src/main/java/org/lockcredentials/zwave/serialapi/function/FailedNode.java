package org.lockcredentials.zwave.serialapi.function;

import java.util.Arrays;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Remove Failed Node (0x61) and Replace Failed Node (0x63): callbacks tell how far it is (INS13954 §4.4.20, §4.4.21). */
public record FailedNode(Aim aim, int nodeId, int callbackId) implements Call<FailedNodeStart> {

    /** What becomes of a node that does not answer. */
    public enum Aim {
        /** It is taken out. */
        REMOVE(FunctionId.REMOVE_FAILED_NODE),
        /** A new node gets its place. */
        REPLACE(FunctionId.REPLACE_FAILED_NODE);

        private final FunctionId function;

        Aim(FunctionId function) {
            this.function = function;
        }
    }

    @Override
    public FunctionId function() {
        return aim.function;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {
        base.write(out, nodeId);
        out.u8(callbackId);
    }

    public static FailedNode decode(Aim aim, ByteReader in, NodeIdBase base) throws DecodeException {
        return new FailedNode(aim, base.read(in), in.u8());
    }

    @Override
    public FailedNodeStart decodeResponse(ByteReader in, NodeIdBase base) throws DecodeException {
        return FailedNodeStart.decode(in);
    }

    /** The callback: how far it is. */
    public record Status(int callbackId, Step step) {

        /** What the controller says; the functions share the codes. */
        public enum Step {
            /** The node answered, and stays. */
            NODE_OK(0),
            REMOVED(1),
            NOT_REMOVED(2),
            /** The new node may ask to join now. */
            READY(3),
            REPLACED(4),
            NOT_REPLACED(5),
            UNKNOWN(0xFF);

            private final int code;

            Step(int code) {
                this.code = code;
            }
        }

        public static Status decode(ByteReader in) throws DecodeException {
            int callbackId = in.u8();
            int code = in.u8();
            return new Status(
                    callbackId,
                    Arrays.stream(Step.values())
                            .filter(each -> each.code == code)
                            .findFirst()
                            .orElse(Step.UNKNOWN));
        }

        public void encode(ByteWriter out) {
            out.u8(callbackId).u8(step.code);
        }
    }
}
