package org.lockcredentials.zwave.serialapi.function;

import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Serial API Get Init Data (0x02), the response (INS12350 §7.4).
 *
 * @param version of the Serial API, as its firmware counts
 * @param capabilities bit 0 slave API, 1 timers, 2 secondary controller, 3 SIS
 * @param nodes of the network, the controller's own included, without those of Long Range
 * @param chipType 0 where the module does not say
 * @param chipVersion 0 where the module does not say
 */
public record InitData(int version, int capabilities, List<Integer> nodes, int chipType, int chipVersion) {

    public InitData {
        nodes = List.copyOf(nodes);
    }

    static InitData decode(ByteReader in, NodeIdBase base) throws DecodeException {
        int version = in.u8();
        int capabilities = in.u8();
        List<Integer> nodes = in.isEmpty() ? List.of() : NodeMask.decode(in.bytes(in.u8()));
        boolean chip = in.remaining() >= 2;
        return new InitData(version, capabilities, nodes, chip ? in.u8() : 0, chip ? in.u8() : 0);
    }

    public void encode(ByteWriter out) {
        out.u8(version).u8(capabilities).u8(NodeMask.LENGTH).bytes(NodeMask.encode(nodes, NodeMask.LENGTH));
        out.u8(chipType).u8(chipVersion);
    }

    public boolean isSecondary() {
        return (capabilities & 0x04) != 0;
    }
}
