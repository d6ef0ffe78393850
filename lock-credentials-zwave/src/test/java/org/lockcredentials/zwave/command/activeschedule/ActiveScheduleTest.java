package org.lockcredentials.zwave.command.activeschedule;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.command.Wire.assertReads;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Wire;

/** Bytes by the command class definitions. */
class ActiveScheduleTest {

    private static final ScheduleTarget USER_7 = new ScheduleTarget(0x83, 7);
    private static final Secret NO_METADATA = Secret.of(new byte[0]);

    @Test
    void capabilitiesHaveAColumnPerProperty() throws DecodeException {
        assertWire(
                "A4 02 02 83 63 001E 0014 0002 0001 0003 0000",
                new ScheduleCapabilities.Report(
                        List.of(new ScheduleCapability(0x83, 30, 2, 3), new ScheduleCapability(0x63, 20, 1, 0))));
    }

    @Test
    void schedulesAreSwitchedPerTarget() throws DecodeException {
        assertWire("A4 03 83 0007 01", new ActiveScheduleEnable.Set(USER_7, true));
        assertWire("A4 04 83 0007", new ActiveScheduleEnable.Get(USER_7));
        assertWire(
                "A4 05 83 0007 05",
                new ActiveScheduleEnable.Report(USER_7, true, ScheduleReportCode.MODIFIED_BY_Z_WAVE));
    }

    @Test
    void yearDaysHaveTheWholeYear() throws DecodeException {
        YearDaySpan span = new YearDaySpan(
                new ScheduleMoment(2026, 11, 21, 2, 0), new ScheduleMoment(2026, 12, 24, 23, 59), Wire.secret("AB CD"));
        String fields = "07EA 0B 15 02 00 07EA 0C 18 17 3B 02 AB CD";
        assertWire("A4 06 01 83 0007 0001 " + fields, ActiveSlot.YEAR_DAY.set(USER_7, 1, Optional.of(span)));
        ActiveSlot.Report<YearDaySpan> report =
                ActiveSlot.YEAR_DAY.report(ScheduleReportCode.RESPONSE_TO_GET, USER_7, 1, 2, Optional.of(span));
        assertWire("A4 08 00 83 0007 0001 0002 " + fields, report);
        assertTrue(ActiveSlot.YEAR_DAY.get(USER_7, 1).answer(report).isPresent());
        assertTrue(ActiveSlot.YEAR_DAY.get(USER_7, 0).answer(report).isPresent());
        assertTrue(ActiveSlot.YEAR_DAY.get(USER_7, 2).answer(report).isEmpty());
        assertTrue(ActiveSlot.YEAR_DAY
                .get(new ScheduleTarget(0x83, 8), 1)
                .answer(report)
                .isEmpty());
    }

    @Test
    void anEmptySlotHasNoTime() throws DecodeException {
        assertWire(
                "A4 06 00 83 0007 0001 0000 00 00 00 00 0000 00 00 00 00 00",
                ActiveSlot.YEAR_DAY.set(USER_7, 1, Optional.empty()));
        assertReads(
                "A4 0B 00 83 0007 0001 0000 00 FF FF FF FF 00",
                ActiveSlot.DAILY_REPEATING.report(ScheduleReportCode.RESPONSE_TO_GET, USER_7, 1, 0, Optional.empty()));
    }

    @Test
    void dailyRepeatingHasAMaskOfDays() throws DecodeException {
        assertWire(
                "A4 09 01 83 0007 0002 21 16 0F 08 1E 00",
                ActiveSlot.DAILY_REPEATING.set(
                        USER_7,
                        2,
                        Optional.of(new DailyRepetition(Set.of(SUNDAY, FRIDAY), 22, 15, 8, 30, NO_METADATA))));
    }
}
