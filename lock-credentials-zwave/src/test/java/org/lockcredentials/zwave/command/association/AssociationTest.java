package org.lockcredentials.zwave.command.association;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Wire;

/** Bytes as in zwave-js packages/zwave-js test cc/AssociationCC. */
class AssociationTest {

    @Test
    void groupsListTheirNodes() throws DecodeException {
        assertWire("85 05", new AssociationGroupings.Get());
        assertWire("85 06 07", new AssociationGroupings.Report(7));
        assertWire("85 01 05 01 02 05", new Association.Set(5, List.of(1, 2, 5)));
        assertWire("85 02 09", new Association.Get(9));
        Association.Report report = new Association.Report(5, 9, 0, List.of(1, 2, 5));
        assertWire("85 03 05 09 00 01 02 05", report);
        assertWire("85 04 00", new Association.Remove(0, List.of()));
        assertWire("85 0C 03", new SpecificGroup.Report(3));
        assertTrue(new Association.Get(9).answer(report).isEmpty());
        assertTrue(new Association.Get(5).answer(report).isPresent());
    }

    /** Bytes as in zwave-js packages/zwave-js test cc/MultiChannelAssociationCC. */
    @Test
    void endPointsFollowAMark() throws DecodeException {
        Destinations both = new Destinations(
                List.of(1, 2, 3),
                List.of(new Destinations.EndPoint(1, false, 1), new Destinations.EndPoint(3, true, 0b0011010)));
        assertWire("8E 01 05 01 02 03 00 01 01 03 9A", new MultiChannelAssociation.Set(5, both));
        assertWire("8E 01 01 00 01 00", new MultiChannelAssociation.Set(1, Destinations.rootDevice(1)));
        assertWire("8E 02 06", new MultiChannelAssociation.Get(6));
        assertWire("8E 03 05 09 00 01", new MultiChannelAssociation.Report(5, 9, 0, Destinations.node(1)));
        assertWire("8E 04 05", new MultiChannelAssociation.Remove(5, new Destinations(List.of(), List.of())));
        assertTrue(both.contain(Destinations.node(2)));
        assertFalse(both.contain(Destinations.rootDevice(1)));
    }

    @Test
    void halfAnEndPointIsNoCommand() {
        assertThrows(DecodeException.class, () -> Wire.decode("8E 03 05 09 00 01 00 02"));
    }
}
