package org.lockcredentials.zwave.lock.schedule;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.activeschedule.ActiveSlot;
import org.lockcredentials.zwave.command.activeschedule.ScheduleCapability;
import org.lockcredentials.zwave.command.activeschedule.ScheduleTarget;
import org.lockcredentials.zwave.command.scheduleentry.EntrySlot;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleSlots;

/** From the model's schedules to the bytes of a slot, and what cannot get there. */
final class EntriesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final ZoneId DUBAI = ZoneId.of("Asia/Dubai");
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Offer ENTRY_LOCK = ScheduleEntryTerms.offer(new ScheduleSlots.Report(7, 2, 2));
    private static final Offer ACTIVE = ActiveScheduleTerms.offer(new ScheduleCapability(0x83, 20, 2, 2));

    @Test
    void eachDayOfTheWeekTakesASlot() {
        Schedule schedule =
                new Schedule.WeekDay(Set.of(SUNDAY, MONDAY, SATURDAY), time("08:30"), time("17:05"), BERLIN);
        assertEquals(
                Set.of(
                        new Entry.Week(SUNDAY, time("08:30"), time("17:05")),
                        new Entry.Week(MONDAY, time("08:30"), time("17:05")),
                        new Entry.Week(SATURDAY, time("08:30"), time("17:05"))),
                entries(BERLIN, ENTRY_LOCK, schedule));
    }

    /** Fields as SDS13781 §4.90.5, §4.90.8 and §4.92.2 lay them out: Sunday is day 0 and bit 0, the year counts in the century. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "sunday is 0,        0, 4E 03 01 05 02 00 08 1E 11 05",
        "saturday is 6,      6, 4E 03 01 05 02 06 08 1E 11 05"
    })
    void weekDayOnTheWire(String name, int day, String bytes) {
        DayOfWeek weekday = day == 0 ? SUNDAY : DayOfWeek.of(day);
        var entry = new Entry.Week(weekday, time("08:30"), time("17:05"));
        assertWire(bytes, EntrySlot.WEEK_DAY.set(5, 2, Optional.of(ScheduleEntryTerms.of(entry))));
    }

    @Test
    void otherSlotsOnTheWire() {
        var year = new Entry.Year(LocalDateTime.parse("2026-12-31T23:59"), LocalDateTime.parse("2027-01-02T00:00"));
        var daily = new Entry.Daily(Set.of(SUNDAY, FRIDAY), time("22:15"), Duration.ofMinutes(8 * 60 + 30));
        assertWire(
                "4E 06 01 05 01 1A 0C 1F 17 3B 1B 01 02 00 00",
                EntrySlot.YEAR_DAY.set(5, 1, Optional.of(ScheduleEntryTerms.of(year))));
        assertWire(
                "4E 10 01 05 01 21 16 0F 08 1E",
                EntrySlot.DAILY_REPEATING.set(5, 1, Optional.of(ScheduleEntryTerms.of(daily))));
        ScheduleTarget target = new ScheduleTarget(0x83, 0x0105);
        assertWire(
                "A4 06 01 83 0105 0001 07EA 0C 1F 17 3B 07EB 01 02 00 00 00",
                ActiveSlot.YEAR_DAY.set(target, 1, Optional.of(ActiveScheduleTerms.of(year))));
        assertWire(
                "A4 09 01 83 0105 0001 21 16 0F 08 1E 00",
                ActiveSlot.DAILY_REPEATING.set(target, 1, Optional.of(ActiveScheduleTerms.of(daily))));
    }

    @Test
    void aZoneWithTheSameClockIsTheSameZone() {
        Schedule paris = new Schedule.WeekDay(Set.of(MONDAY), time("08:00"), time("09:00"), PARIS);
        assertEquals(Set.of(new Entry.Week(MONDAY, time("08:00"), time("09:00"))), entries(BERLIN, ENTRY_LOCK, paris));
    }

    @Test
    void zonesThatKeepTheirDistanceAreShiftedOverMidnightToo() {
        Schedule evening = new Schedule.WeekDay(Set.of(SUNDAY), time("22:45"), time("23:15"), DUBAI);
        assertEquals(
                Set.of(new Entry.Week(MONDAY, time("00:15"), time("00:45"))), entries(KOLKATA, ENTRY_LOCK, evening));
        Schedule night = new Schedule.DailyRepeating(Set.of(MONDAY), time("00:30"), Duration.ofHours(4), KOLKATA);
        assertEquals(
                Set.of(new Entry.Daily(Set.of(SUNDAY), time("23:00"), Duration.ofHours(4))),
                entries(DUBAI, ENTRY_LOCK, night));
    }

    @Test
    void aDateIsTheSameMomentInAnyZone() {
        Schedule weekend = new Schedule.YearDay(
                LocalDateTime.parse("2026-12-31T20:00"), LocalDateTime.parse("2027-07-01T20:00"), NEW_YORK);
        assertEquals(
                Set.of(new Entry.Year(
                        LocalDateTime.parse("2027-01-01T02:00"), LocalDateTime.parse("2027-07-02T02:00"))),
                entries(BERLIN, ENTRY_LOCK, weekend));
    }

    @Test
    void whatALockCannotHoldIsInvalidAndAllOfItIsTold() {
        Schedule otherSummer = new Schedule.WeekDay(Set.of(MONDAY), time("08:00"), time("09:00"), NEW_YORK);
        Schedule wholeDay = new Schedule.DailyRepeating(Set.of(MONDAY), time("00:00"), Duration.ofDays(1), BERLIN);
        Schedule nextCentury = new Schedule.YearDay(
                LocalDateTime.parse("2026-01-01T00:00"), LocalDateTime.parse("2100-01-01T00:00"), BERLIN);
        Schedule twice = new Schedule.YearDay(
                LocalDateTime.parse("2026-10-25T01:30"), LocalDateTime.parse("2026-10-26T01:30"), ZoneOffset.UTC);
        LockCredentialException refused = refusal(BERLIN, ENTRY_LOCK, otherSummer, wholeDay, nextCentury, twice);
        assertEquals(Reason.INVALID, refused.reason());
        assertEquals(4, refused.findings().size(), refused.toString());
        assertEquals(
                Reason.INVALID,
                refusal(KOLKATA, ENTRY_LOCK, new Schedule.WeekDay(Set.of(MONDAY), time("20:00"), time("23:00"), DUBAI))
                        .reason());
    }

    @Test
    void kindsAreNotMixedOnAScheduleEntryLock() {
        Schedule week = new Schedule.WeekDay(Set.of(MONDAY), time("08:00"), time("09:00"), BERLIN);
        Schedule year = new Schedule.YearDay(
                LocalDateTime.parse("2026-01-01T00:00"), LocalDateTime.parse("2026-02-01T00:00"), BERLIN);
        Schedule daily = new Schedule.DailyRepeating(Set.of(MONDAY), time("08:00"), Duration.ofDays(1), BERLIN);
        assertEquals(Reason.INVALID, refusal(BERLIN, ENTRY_LOCK, week, year).reason());
        assertEquals(2, entries(BERLIN, ACTIVE, year, daily).size());
        assertEquals(Reason.UNSUPPORTED, refusal(BERLIN, ACTIVE, week).reason());
        assertEquals(
                Reason.UNSUPPORTED,
                refusal(BERLIN, ACTIVE, new Schedule.Expiring(Duration.ofHours(1)))
                        .reason());
    }

    @Test
    void moreDaysThanSlotsAreFull() {
        Schedule week = new Schedule.WeekDay(Set.of(DayOfWeek.values()), time("08:00"), time("09:00"), BERLIN);
        Schedule more = new Schedule.WeekDay(Set.of(TUESDAY), time("18:00"), time("19:00"), BERLIN);
        assertEquals(7, entries(BERLIN, ENTRY_LOCK, week).size());
        assertEquals(Reason.FULL, refusal(BERLIN, ENTRY_LOCK, week, more).reason());
        assertEquals(7, entries(BERLIN, ENTRY_LOCK, week, week).size(), "the same twice is once");
    }

    private static Set<Entry> entries(ZoneId lock, Offer offer, Schedule... schedules) {
        return Entries.of(Arrays.asList(schedules), new LockTimeZone(lock, NOW), offer);
    }

    private static LockCredentialException refusal(ZoneId lock, Offer offer, Schedule... schedules) {
        return assertThrows(LockCredentialException.class, () -> entries(lock, offer, schedules));
    }

    private static void assertWire(String hex, Command command) {
        assertEquals(hex.replace(" ", ""), HexFormat.of().withUpperCase().formatHex(command.encode()));
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text);
    }
}
