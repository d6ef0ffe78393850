package org.lockcredentials.zwave.command.time;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Wire;
import org.lockcredentials.zwave.command.clock.Clock;
import org.lockcredentials.zwave.command.timeparameters.TimeParameters;

class TimeTest {

    /** Dates as in zwave-js packages/zwave-js test cc/TimeCC. */
    @Test
    void timeAndDateAreLocal() throws DecodeException {
        assertWire("8A 01", new TimeOfDay.Get());
        assertWire("8A 02 8E 17 3B", new TimeOfDay.Report(true, 14, 23, 59));
        assertWire("8A 04 07 C5 0A 11", new CalendarDate.Report(1989, 10, 17));
    }

    @Test
    void offsetsHaveASignAndAMagnitude() throws DecodeException {
        assertWire(
                "8A 05 01 00 3C 03 1D 02 0A 19 03",
                new TimeOffset.Set(new LocalOffset(60, 60), new DstChange(3, 29, 2), new DstChange(10, 25, 3)));
        assertWire(
                "8A 07 83 1E 9E 00 00 00 00 00 00",
                new TimeOffset.Report(new LocalOffset(-210, -30), DstChange.NONE, DstChange.NONE));
    }

    @Test
    void clocksOfOtherCommandClasses() throws DecodeException {
        assertWire("8B 01 07 EA 0B 15 02 20 1E", new TimeParameters.Set(2026, 11, 21, 2, 32, 30));
        assertWire("81 04 E2 20", new Clock.Set(7, 2, 32));
        assertThrows(DecodeException.class, () -> Wire.decode("81 06 38 20"));
        assertThrows(DecodeException.class, () -> Wire.decode("8A 02 1F 17 3B"));
    }
}
