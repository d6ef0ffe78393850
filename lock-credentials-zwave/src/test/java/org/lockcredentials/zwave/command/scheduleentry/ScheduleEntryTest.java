package org.lockcredentials.zwave.command.scheduleentry;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.command.Wire.assertReads;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Wire;
import org.lockcredentials.zwave.command.time.LocalOffset;

/** Bytes by the tables of SDS13781 §4.90 to §4.92 and, for version 4, of the command class definitions. */
class ScheduleEntryTest {

    @Test
    void weekDaysCountFromSunday() throws DecodeException {
        Optional<WeekDaySchedule> sunday = Optional.of(new WeekDaySchedule(SUNDAY, 8, 0, 17, 30));
        assertWire("4E 03 01 05 02 00 08 00 11 1E", EntrySlot.WEEK_DAY.set(5, 2, sunday));
        assertWire("4E 05 05 02 00 08 00 11 1E", EntrySlot.WEEK_DAY.report(5, 2, sunday));
        assertWire("4E 12 01 01 2C 02 00 08 00 11 1E", EntrySlot.EXTENDED_WEEK_DAY.set(300, 2, sunday));
        assertWire(
                "4E 05 05 02 06 08 00 11 1E",
                EntrySlot.WEEK_DAY.report(5, 2, Optional.of(new WeekDaySchedule(SATURDAY, 8, 0, 17, 30))));
    }

    @Test
    void anErasedSlotIsEmpty() throws DecodeException {
        assertWire("4E 03 00 05 02 FF FF FF FF FF", EntrySlot.WEEK_DAY.set(5, 2, Optional.empty()));
        assertWire("4E 05 05 02 FF FF FF FF FF", EntrySlot.WEEK_DAY.report(5, 2, Optional.empty()));
        assertReads("4E 05 05 02 00 FF FF FF FF", EntrySlot.WEEK_DAY.report(5, 2, Optional.empty()));
        assertReads("4E 08 05 02", EntrySlot.YEAR_DAY.report(5, 2, Optional.empty()));
        assertThrows(DecodeException.class, () -> Wire.decode("4E 03 02 05 02 00 08 00 11 1E"));
    }

    @Test
    void yearDaysHaveTheYearOfTheCentury() throws DecodeException {
        Optional<YearDaySchedule> schedule = Optional.of(new YearDaySchedule(26, 11, 21, 2, 0, 26, 12, 24, 23, 59));
        assertWire("4E 06 01 05 01 1A 0B 15 02 00 1A 0C 18 17 3B", EntrySlot.YEAR_DAY.set(5, 1, schedule));
        assertWire(
                "4E 17 01 2C 01 1A 0B 15 02 00 1A 0C 18 17 3B", EntrySlot.EXTENDED_YEAR_DAY.report(300, 1, schedule));
    }

    @Test
    void dailyRepeatingHasAMaskOfDays() throws DecodeException {
        Optional<DailyRepeatingSchedule> schedule =
                Optional.of(new DailyRepeatingSchedule(Set.of(SUNDAY, MONDAY, SATURDAY), 22, 15, 8, 30));
        assertWire("4E 10 01 05 01 43 16 0F 08 1E", EntrySlot.DAILY_REPEATING.set(5, 1, schedule));
        assertWire("4E 0F 05 01 43 16 0F 08 1E", EntrySlot.DAILY_REPEATING.report(5, 1, schedule));
        assertWire("4E 1A 01 2C 01 43 16 0F 08 1E", EntrySlot.EXTENDED_DAILY_REPEATING.report(300, 1, schedule));
    }

    @Test
    void theRestFollowsTheTables() throws DecodeException {
        assertWire("4E 01 05 01", new ScheduleEnable.Set(5, true));
        assertWire("4E 02 00", new ScheduleEnable.SetAll(false));
        assertWire("4E 11 01 2C 01", new ScheduleEnable.ExtendedSet(300, true));
        assertWire("4E 0A 07 03 02", new ScheduleSlots.Report(7, 3, 2));
        assertReads("4E 0A 07 03", new ScheduleSlots.Report(7, 3, 0));
        assertWire("4E 0D 01 00 3C", new ScheduleTimeOffset.Set(new LocalOffset(60, 60)));
    }

    @Test
    void aGetIsAnsweredForItsUserAndSlot() {
        EntrySlot.Get<WeekDaySchedule> get = EntrySlot.WEEK_DAY.get(5, 2);
        assertTrue(get.answer(EntrySlot.WEEK_DAY.report(5, 2, Optional.empty())).isPresent());
        assertTrue(get.answer(EntrySlot.WEEK_DAY.report(5, 1, Optional.empty())).isEmpty());
        assertTrue(get.answer(EntrySlot.WEEK_DAY.report(6, 2, Optional.empty())).isEmpty());
    }
}
