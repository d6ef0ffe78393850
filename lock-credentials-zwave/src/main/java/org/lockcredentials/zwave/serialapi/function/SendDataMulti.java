package org.lockcredentials.zwave.serialapi.function;

import java.util.List;
import java.util.OptionalInt;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Send Data Multi (0x14), and with a source its bridge variant (0xAB): a command to several nodes at once (INS13954
 * §4.3.3.4 and §4.3.3.6).
 */
public record SendDataMulti(
        OptionalInt source, List<Integer> destinations, Payload data, TransmitOptions options, int callbackId)
        implements Transmission {

    public SendDataMulti {
        destinations = List.copyOf(destinations);
    }

    @Override
    public FunctionId function() {
        return source.isPresent() ? FunctionId.SEND_DATA_MULTI_BRIDGE : FunctionId.SEND_DATA_MULTI;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {
        source.ifPresent(node -> base.write(out, node));
        out.u8(destinations.size());
        destinations.forEach(node -> base.write(out, node));
        data.encode(out);
        out.u8(options.encode()).u8(callbackId);
    }

    public static SendDataMulti decode(ByteReader in, NodeIdBase base, boolean bridge) throws DecodeException {
        OptionalInt source = bridge ? OptionalInt.of(base.read(in)) : OptionalInt.empty();
        Integer[] destinations = new Integer[in.u8()];
        for (int i = 0; i < destinations.length; i++) {
            destinations[i] = base.read(in);
        }
        return new SendDataMulti(
                source, List.of(destinations), Payload.decode(in), TransmitOptions.decode(in.u8()), in.u8());
    }
}
