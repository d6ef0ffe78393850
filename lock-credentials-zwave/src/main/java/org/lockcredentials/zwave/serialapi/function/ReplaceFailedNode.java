package org.lockcredentials.zwave.serialapi.function;

import java.util.Arrays;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Replace Failed Node (0x63): lets a new node have the place of one that does not answer; callbacks tell how far it is (INS13954 §4.4.21). */
public record ReplaceFailedNode(int nodeId, int callbackId) implements Call<FailedNodeStart> {

    @Override
    public FunctionId function() {
        return FunctionId.REPLACE_FAILED_NODE;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {
        base.write(out, nodeId);
        out.u8(callbackId);
    }

    public static ReplaceFailedNode decode(ByteReader in, NodeIdBase base) throws DecodeException {
        return new ReplaceFailedNode(base.read(in), in.u8());
    }

    @Override
    public FailedNodeStart decodeResponse(ByteReader in, NodeIdBase base) throws DecodeException {
        return FailedNodeStart.decode(in);
    }

    /** The callback: how far it is. */
    public record Status(int callbackId, Step step) {

        /** What the controller says. */
        public enum Step {
            /** The node answered, and stays. */
            NODE_OK(0),
            /** The new node may ask to join now. */
            READY(3),
            DONE(4),
            FAILED(5),
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
