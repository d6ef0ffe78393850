package org.lockcredentials.zwave.command.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.command.Wire.assertReads;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.ActuatorDuration;
import org.lockcredentials.zwave.command.Wire;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.usercode.ExtendedUserCode;
import org.lockcredentials.zwave.command.usercode.UserCodeEntry;
import org.lockcredentials.zwave.command.usercode.UserIdStatus;

class SupervisionTest {

    /** Captured between zwave-js 15.29 and its mock lock. */
    @Test
    void aSupervisedCodeReadsAsOnTheWire() throws DecodeException {
        ExtendedUserCode.Set code = new ExtendedUserCode.Set(
                List.of(new UserCodeEntry(1, UserIdStatus.ENABLED, Optional.of(Secret.of("1007")))));
        Supervision.Get get = Supervision.Get.of(0x3A, true, code);
        assertWire("6C 01 BA 0B 63 0B 01 0001 01 04 31303037", get);
        assertEquals(code, Commands.decode(get.command()));
        assertFalse(get.toString().contains("1007"));
        Supervision.Report success =
                new Supervision.Report(0x3A, false, false, SupervisionStatus.SUCCESS, ActuatorDuration.DONE);
        assertWire("6C 02 3A FF 00", success);
        assertTrue(get.answer(success).isPresent());
    }

    /** As zwave-js packages/zwave-js test cc/SupervisionCC: another session's report is no answer. */
    @Test
    void anotherSessionIsNoAnswer() {
        Supervision.Get get = new Supervision.Get(3, false, Wire.secret("20 01 05"));
        assertTrue(get.answer(new Supervision.Report(4, false, false, SupervisionStatus.SUCCESS, ActuatorDuration.DONE))
                .isEmpty());
    }

    @Test
    void flagsOfTheReportAreReadByVersion2() throws DecodeException {
        assertWire(
                "6C 02 C5 01 0A",
                new Supervision.Report(5, true, true, SupervisionStatus.WORKING, new ActuatorDuration(10)));
        assertReads(
                "6C 02 05 00 00 AA",
                new Supervision.Report(5, false, false, SupervisionStatus.NO_SUPPORT, ActuatorDuration.DONE));
    }

    @Test
    void aLengthBeyondTheEndIsRefused() {
        assertThrows(DecodeException.class, () -> Wire.decode("6C 01 01 05 20 01 05"));
        assertThrows(DecodeException.class, () -> Wire.decode("6C 01 01 00"));
    }
}
