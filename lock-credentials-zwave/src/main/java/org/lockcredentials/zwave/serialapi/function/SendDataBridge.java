package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Send Data, bridge variant (0xA9): says which of the controller's nodes sends (INS13954 §4.3.3.3). */
public record SendDataBridge(int source, int destination, Payload data, TransmitOptions options, int callbackId)
        implements Transmission {

    private static final int ROUTE_LENGTH = 4;

    @Override
    public FunctionId function() {
        return FunctionId.SEND_DATA_BRIDGE;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {
        base.write(out, source);
        base.write(out, destination);
        data.encode(out);
        out.u8(options.encode()).bytes(new byte[ROUTE_LENGTH]).u8(callbackId);
    }

    public static SendDataBridge decode(ByteReader in, NodeIdBase base) throws DecodeException {
        int source = base.read(in);
        int destination = base.read(in);
        Payload data = Payload.decode(in);
        TransmitOptions options = TransmitOptions.decode(in.u8());
        in.skip(ROUTE_LENGTH);
        return new SendDataBridge(source, destination, data, options, in.u8());
    }
}
