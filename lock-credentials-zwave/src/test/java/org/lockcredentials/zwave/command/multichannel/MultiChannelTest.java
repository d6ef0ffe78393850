package org.lockcredentials.zwave.command.multichannel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.command.Wire.assertReads;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.NodeInformation;
import org.lockcredentials.zwave.command.Wire;
import org.lockcredentials.zwave.command.doorlock.DoorLockOperation;

class MultiChannelTest {

    /** Addresses as in zwave-js packages/zwave-js test cc/MultiChannelCC. */
    @Test
    void encapsulationNamesBothEnds() throws DecodeException {
        assertWire("60 0D 00 07 62 02", MultiChannel.Encapsulation.to(7, new DoorLockOperation.Get()));
        assertWire("60 0D 01 85 20 01 05", new MultiChannel.Encapsulation(1, true, 5, Wire.secret("20 01 05")));
    }

    @Test
    void endPointsAreCounted() throws DecodeException {
        assertWire("60 07", new EndPoints.Get());
        assertWire("60 08 C0 03 01", new EndPoints.Report(true, true, 3, 1));
        assertReads("60 08 40 03", new EndPoints.Report(false, true, 3, 0));
        assertWire("60 09 07", new EndPointCapability.Get(7));
        EndPointCapability.Report report =
                new EndPointCapability.Report(true, 7, 0x40, 0x03, new NodeInformation(Set.of(0x62), Set.of()));
        assertWire("60 0A 87 40 03 62", report);
        assertTrue(new EndPointCapability.Get(7).answer(report).isPresent());
    }

    @Test
    void commandClassesAfterTheMarkAreControlled() throws DecodeException {
        NodeInformation list = NodeInformation.decode(ByteReader.of(Wire.bytes("5E 63 F1 05 EF 20 62")));
        assertEquals(new NodeInformation(Set.of(0x5E, 0x63, 0xF105), Set.of(0x20, 0x62)), list);
        assertTrue(list.supports(CommandClass.USER_CODE));
    }
}
