package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Send Data (0x13): a command to one node (INS13954 §4.3.3.1). */
public record SendData(int destination, Payload data, TransmitOptions options, int callbackId) implements Transmission {

    @Override
    public FunctionId function() {
        return FunctionId.SEND_DATA;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {
        base.write(out, destination);
        data.encode(out);
        out.u8(options.encode()).u8(callbackId);
    }

    public static SendData decode(ByteReader in, NodeIdBase base) throws DecodeException {
        return new SendData(base.read(in), Payload.decode(in), TransmitOptions.decode(in.u8()), in.u8());
    }
}
