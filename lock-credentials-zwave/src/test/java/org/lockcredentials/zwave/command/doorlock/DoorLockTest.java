package org.lockcredentials.zwave.command.doorlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.command.Wire.assertReads;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.ActuatorDuration;

/** Bytes of reports as in zwave-js packages/zwave-js test cc/DoorLockCC. */
class DoorLockTest {

    @Test
    void operationReadsInEveryVersion() throws DecodeException {
        assertWire("62 02", new DoorLockOperation.Get());
        assertWire("62 01 20", new DoorLockOperation.Set(DoorLockMode.OUTSIDE_UNSECURED));
        DoorLockOperation.Report v1 = new DoorLockOperation.Report(
                DoorLockMode.INSIDE_UNSECURED,
                0b1000,
                0b0010,
                new DoorCondition(0b010),
                new LockTimeout(50, 20),
                Optional.empty(),
                Optional.empty());
        assertWire("62 03 10 82 02 32 14", v1);
        assertReads("62 03 10 82 02 32 14 00", v1);
        assertEquals(Optional.of(Duration.ofSeconds(3020)), v1.remaining().time());
        assertFalse(v1.condition().doorClosed());
        assertTrue(v1.condition().boltUnlocked());
        DoorLockOperation.Report v4 = new DoorLockOperation.Report(
                DoorLockMode.UNSECURED,
                0b0100,
                0b1111,
                new DoorCondition(0b101),
                new LockTimeout(0, 0xFE),
                Optional.of(DoorLockMode.SECURED),
                Optional.of(new ActuatorDuration(1)));
        assertWire("62 03 00 4F 05 00 FE FF 01", v4);
        assertReads("62 03 00 4F 05 00 FE FF 01 99", v4);
        assertEquals(Optional.empty(), v4.remaining().time());
        assertEquals(Optional.of(Duration.ofSeconds(1)), v4.duration().flatMap(ActuatorDuration::time));
    }

    @Test
    void configurationReadsInEveryVersion() throws DecodeException {
        assertWire(
                "62 06 02 82 32 14",
                new DoorLockConfiguration.Report(
                        new DoorLockSettings(DoorLockSettings.TIMED, 8, 2, new LockTimeout(50, 20), Optional.empty())));
        assertWire(
                "62 06 02 82 32 14 FF 01 02 03 01",
                new DoorLockConfiguration.Report(new DoorLockSettings(
                        DoorLockSettings.TIMED,
                        8,
                        2,
                        new LockTimeout(50, 20),
                        Optional.of(new DoorLockSettings.Extras(0xFF01, 0x0203, true, false)))));
        assertWire(
                "62 04 01 E5 FE FE FE FD 00 00 02",
                new DoorLockConfiguration.Set(new DoorLockSettings(
                        DoorLockSettings.CONSTANT,
                        0b1110,
                        0b0101,
                        LockTimeout.NONE,
                        Optional.of(new DoorLockSettings.Extras(0xFEFD, 0, false, true)))));
    }

    @Test
    void capabilitiesFollowTheTable() throws DecodeException {
        assertWire(
                "62 08 01 06 03 00 FE FF 00 07 0A",
                new DoorLockCapabilities.Report(
                        Set.of(1, 2),
                        List.of(DoorLockMode.UNSECURED, DoorLockMode.UNKNOWN, DoorLockMode.SECURED),
                        0,
                        0,
                        7,
                        true,
                        false,
                        true,
                        false));
    }
}
