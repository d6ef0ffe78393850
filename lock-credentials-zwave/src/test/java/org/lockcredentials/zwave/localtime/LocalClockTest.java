package org.lockcredentials.zwave.localtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.zwave.command.clock.Clock;
import org.lockcredentials.zwave.command.time.CalendarDate;
import org.lockcredentials.zwave.command.time.DstChange;
import org.lockcredentials.zwave.command.time.LocalOffset;
import org.lockcredentials.zwave.command.time.TimeOfDay;
import org.lockcredentials.zwave.command.time.TimeOffset;
import org.lockcredentials.zwave.command.timeparameters.TimeParameters;

/** What clocks show, by the published rules of their zones. */
final class LocalClockTest {

    private static final Instant SUMMER = Instant.parse("2026-07-31T22:15:30Z");
    private final LocalClock berlin = new LocalClock(ZoneId.of("Europe/Berlin"));

    @Test
    void questionsAreAnsweredInLocalTime() {
        assertEquals(Optional.of(new TimeOfDay.Report(false, 0, 15, 30)), berlin.answer(new TimeOfDay.Get(), SUMMER));
        assertEquals(Optional.of(new CalendarDate.Report(2026, 8, 1)), berlin.answer(new CalendarDate.Get(), SUMMER));
        assertEquals(
                Optional.of(new TimeOffset.Report(
                        new LocalOffset(60, 60), new DstChange(3, 29, 2), new DstChange(10, 25, 3))),
                berlin.answer(new TimeOffset.Get(), SUMMER));
        assertEquals(Optional.empty(), berlin.answer(new Clock.Get(), SUMMER));
        assertEquals(Optional.empty(), berlin.answer(new TimeOfDay.Report(false, 0, 0, 0), SUMMER));
    }

    @Test
    void timeIsSetInUniversalTimeAndClocksInLocal() {
        assertEquals(new TimeParameters.Set(2026, 7, 31, 22, 15, 30), berlin.timeParameters(SUMMER));
        assertEquals(new Clock.Set(6, 0, 15), berlin.clock(SUMMER), "a Saturday in Berlin");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // summer spans new year; Dublin's rules call winter the exception, and it is summer all the same
        "America/New_York,   -300, 60, 3,  8, 2, 11, 1, 2",
        "Australia/Adelaide,  570, 60, 10, 4, 2, 4,  5, 3",
        "Australia/Lord_Howe, 630, 30, 10, 4, 2, 4,  5, 2",
        "Europe/Dublin,         0, 60, 3, 29, 1, 10, 25, 2",
        "Asia/Kolkata,        330,  0, 0,  0, 0, 0,  0, 0",
        "America/St_Johns,   -210, 60, 3,  8, 2, 11, 1, 2",
        "UTC,                   0,  0, 0,  0, 0, 0,  0, 0"
    })
    void summersOf2026(String zone, int offset, int saving, int m1, int d1, int h1, int m2, int d2, int h2) {
        assertEquals(
                new DaylightSaving(
                        new LocalOffset(offset, saving), new DstChange(m1, d1, h1), new DstChange(m2, d2, h2)),
                new LocalClock(ZoneId.of(zone)).daylightSaving(SUMMER));
    }
}
