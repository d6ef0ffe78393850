package org.lockcredentials.zwave.serialapi.function;

import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Serial API Get Capabilities (0x07), the response (INS12350 §7.3).
 *
 * @param version of the application in the module
 * @param revision of the application in the module
 * @param functions the Serial API Command IDs that the module supports
 */
public record SerialApiCapabilities(
        int version, int revision, int manufacturerId, int productType, int productId, List<Integer> functions) {

    public SerialApiCapabilities {
        functions = List.copyOf(functions);
    }

    static SerialApiCapabilities decode(ByteReader in, NodeIdBase base) throws DecodeException {
        // The bit mask counts functions as others count nodes: bit 0 of the first byte is 1.
        return new SerialApiCapabilities(in.u8(), in.u8(), in.u16(), in.u16(), in.u16(), NodeMask.decode(in.rest()));
    }

    public void encode(ByteWriter out) {
        out.u8(version).u8(revision).u16(manufacturerId).u16(productType).u16(productId);
        out.bytes(NodeMask.encode(functions, 32));
    }

    public boolean supports(FunctionId function) {
        return functions.contains(function.code());
    }
}
