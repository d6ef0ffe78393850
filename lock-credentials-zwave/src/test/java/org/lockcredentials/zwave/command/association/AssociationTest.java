package org.lockcredentials.zwave.command.association;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;

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
}
