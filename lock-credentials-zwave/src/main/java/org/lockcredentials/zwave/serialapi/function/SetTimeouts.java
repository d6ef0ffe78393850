package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Serial API Set Timeouts (0x06), both in steps of 10 ms (INS12350 §7.5); the response holds those of before. */
public record SetTimeouts(int rxAckTimeout, int rxByteTimeout) implements Call<SetTimeouts> {

    @Override
    public FunctionId function() {
        return FunctionId.SET_TIMEOUTS;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {
        out.u8(rxAckTimeout).u8(rxByteTimeout);
    }

    @Override
    public SetTimeouts decodeResponse(ByteReader in, NodeIdBase base) throws DecodeException {
        return decode(in);
    }

    public static SetTimeouts decode(ByteReader in) throws DecodeException {
        return new SetTimeouts(in.u8(), in.u8());
    }
}
