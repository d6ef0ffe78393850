package org.lockcredentials.zwave.serialapi.function;

import java.util.Arrays;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Remove Failed Node (0x61): takes a node out that does not answer; a callback tells how it ended (INS13954 §4.4.20). */
public record RemoveFailedNode(int nodeId, int callbackId) implements Call<FailedNodeStart> {

    @Override
    public FunctionId function() {
        return FunctionId.REMOVE_FAILED_NODE;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {
        base.write(out, nodeId);
        out.u8(callbackId);
    }

    public static RemoveFailedNode decode(ByteReader in, NodeIdBase base) throws DecodeException {
        return new RemoveFailedNode(base.read(in), in.u8());
    }

    @Override
    public FailedNodeStart decodeResponse(ByteReader in, NodeIdBase base) throws DecodeException {
        return FailedNodeStart.decode(in);
    }

    /** The callback: how it ended. */
    public record Status(int callbackId, Step step) {

        /** What the controller says. */
        public enum Step {
            /** The node answered, and stays. */
            NODE_OK(0),
            REMOVED(1),
            NOT_REMOVED(2),
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
