package org.lockcredentials.zwave.serialapi.function;

import java.util.HashSet;
import java.util.Set;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Serial API Setup (0x0B), whose first byte is a sub-function (INS12350 §7.6 to §7.8).
 *
 * @param <R> the sub-function's response
 */
public sealed interface Setup<R> extends Call<R> {

    int GET_SUPPORTED = 0x01;
    int SET_TX_STATUS_REPORT = 0x02;
    int GET_MAX_PAYLOAD_SIZE = 0x10;
    int SET_NODE_ID_BASE_TYPE = 0x80;

    @Override
    default FunctionId function() {
        return FunctionId.SETUP;
    }

    /** Which sub-functions there are. */
    record GetSupported() implements Setup<Supported> {

        @Override
        public void encode(ByteWriter out, NodeIdBase base) {
            out.u8(GET_SUPPORTED);
        }

        @Override
        public Supported decodeResponse(ByteReader in, NodeIdBase base) throws DecodeException {
            answers(GET_SUPPORTED, in);
            return Supported.decode(in);
        }
    }

    /** Whether callbacks of Send Data tell how the frame went. */
    record SetTxStatusReport(boolean enabled) implements Setup<Boolean> {

        @Override
        public void encode(ByteWriter out, NodeIdBase base) {
            out.u8(SET_TX_STATUS_REPORT).u8(enabled ? 0xFF : 0);
        }

        @Override
        public Boolean decodeResponse(ByteReader in, NodeIdBase base) throws DecodeException {
            answers(SET_TX_STATUS_REPORT, in);
            return in.u8() != 0;
        }
    }

    /** How many bytes of a command the module sends at once. */
    record GetMaxPayloadSize() implements Setup<Integer> {

        @Override
        public void encode(ByteWriter out, NodeIdBase base) {
            out.u8(GET_MAX_PAYLOAD_SIZE);
        }

        @Override
        public Integer decodeResponse(ByteReader in, NodeIdBase base) throws DecodeException {
            answers(GET_MAX_PAYLOAD_SIZE, in);
            return in.u8();
        }
    }

    /** How wide node ids are from now on, until the module is reset. */
    record SetNodeIdBaseType(NodeIdBase wanted) implements Setup<Boolean> {

        @Override
        public void encode(ByteWriter out, NodeIdBase base) {
            out.u8(SET_NODE_ID_BASE_TYPE).u8(wanted.code());
        }

        @Override
        public Boolean decodeResponse(ByteReader in, NodeIdBase base) throws DecodeException {
            answers(SET_NODE_ID_BASE_TYPE, in);
            return in.u8() != 0;
        }
    }

    /** The sub-functions of a module. */
    record Supported(Set<Integer> subFunctions) {

        private static final int[] OLD_FLAGS = {
            GET_SUPPORTED, SET_TX_STATUS_REPORT, 0x04, 0x08, GET_MAX_PAYLOAD_SIZE, 0x20, 0x40, SET_NODE_ID_BASE_TYPE
        };

        public Supported {
            subFunctions = Set.copyOf(subFunctions);
        }

        /** A byte of flags that are sub-functions themselves; newer modules add a bit mask, which may be off by one. */
        static Supported decode(ByteReader in) throws DecodeException {
            int flags = in.u8();
            Set<Integer> subFunctions = new HashSet<>();
            for (int flag : OLD_FLAGS) {
                if ((flags & flag) != 0) {
                    subFunctions.add(flag);
                }
            }
            return new Supported(subFunctions);
        }

        public boolean supports(int subFunction) {
            return subFunctions.contains(subFunction);
        }
    }

    private static void answers(int subFunction, ByteReader in) throws DecodeException {
        int answered = in.u8();
        if (answered != subFunction) {
            throw new DecodeException("asked for sub-function " + subFunction + ", answered " + answered);
        }
    }
}
