package org.lockcredentials.zwave.lock;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lockcredentials.Leftover.LeftSchedule;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.zwave.command.scheduleentry.EntrySlot;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleSlots;
import org.lockcredentials.zwave.command.scheduleentry.WeekDaySchedule;
import org.lockcredentials.zwave.lock.ScriptedLock.Fault;
import org.lockcredentials.zwave.lock.schedule.Place;

/** Replacing schedules on a Schedule Entry Lock: what is sent, what holds at every moment, and what is left when it breaks off. */
final class ScheduleEntryLockTest {

    private static final int USER = 3;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Schedule MORNING = week("08:00", "12:00", MONDAY, TUESDAY);
    private static final Schedule EVENING = week("18:00", "20:00", MONDAY, TUESDAY, FRIDAY);
    private static final Schedule HOLIDAYS = new Schedule.YearDay(
            LocalDateTime.parse("2026-12-24T12:00"), LocalDateTime.parse("2027-01-02T10:00"), ZONE);
    private static final Schedule NIGHTS =
            new Schedule.DailyRepeating(Set.of(FRIDAY), LocalTime.of(22, 0), Duration.ofHours(8), ZONE);

    private final EntryLock entries = new EntryLock();
    private ScriptedLock air = new ScriptedLock(true, entries::answer, entries::write);
    private LockSchedules schedules = schedules(3);

    private LockSchedules schedules(int version) {
        ScheduleBook book = new ScheduleEntryBook(air.lock, new ScheduleSlots.Report(4, 2, 1), version);
        return new LockSchedules(air.lock, air.site, book, new LockClock(air.lock, air.site, each -> false, false));
    }

    @Test
    void readingAsksForTheSlotsOfTheUserAndAWriteAfterItDoesNotAskAgain() {
        assertEquals(List.of(), air.done(schedules.read(USER)));
        assertEquals(7, air.heard().size(), "4 week days, 2 year days, 1 daily repeating");
        assertEquals(Outcome.CONFIRMED, write(MORNING));
        assertEquals(List.of("4E03", "4E03"), air.heard());
        assertEquals(List.of(MORNING), air.done(schedules.read(USER)));
        assertEquals(7, air.heard().size());
        assertEquals(Outcome.NO_CHANGE, write(MORNING));
        assertEquals(List.of(), air.heard());
        air.time.advance(Duration.ofMinutes(2));
        assertEquals(Outcome.NO_CHANGE, write(MORNING));
        assertEquals(7, air.heard().size(), "what was seen long ago is asked again");
    }

    @Test
    void oldSlotsAreWrittenOverSoThatTheUserIsNeverWithoutOne() {
        write(MORNING);
        air.heard();
        entries.openAfterEachWrite.clear();
        assertEquals(Outcome.CONFIRMED, write(EVENING));
        assertEquals(List.of("4E03", "4E03", "4E03"), writes());
        assertFalse(entries.openAfterEachWrite.contains(true));
        assertEquals(Set.of(EVENING), Set.copyOf(air.done(schedules.read(USER))));
    }

    @Test
    void anotherKindIsInForceBeforeTheOldOneGoes() {
        write(EVENING);
        air.heard();
        entries.openAfterEachWrite.clear();
        assertEquals(Outcome.CONFIRMED, write(HOLIDAYS));
        assertEquals(List.of("4E06", "4E03", "4E03", "4E03", "4E01"), writes());
        assertFalse(entries.openAfterEachWrite.contains(true));
        write(NIGHTS);
        assertEquals(List.of(NIGHTS), air.done(schedules.read(USER)));
        assertFalse(entries.openAfterEachWrite.contains(true));
    }

    @Test
    void theUserIsLetInAtAllTimesOnlyAfterEverythingIsErased() {
        write(HOLIDAYS);
        air.heard();
        assertEquals(Outcome.CONFIRMED, write());
        assertEquals(List.of("4E06", "4E01"), writes());
        assertTrue(entries.open());
        assertEquals(Outcome.NO_CHANGE, write());
    }

    @Test
    void clearingThatBrokeOffIsFinishedByTheNextOne() {
        write(HOLIDAYS);
        air.faults.put(3, Fault.AWAY);
        assertEquals(Reason.TIMEOUT, failure().reason());
        assertEquals(Outcome.CONFIRMED, write(), "the slots are free, and the lock goes by them still");
        assertEquals(Outcome.NO_CHANGE, write());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whatWasPutBeforeItBrokeOffIsTold(Fault fault) {
        air.faults.put(2, fault);
        if (fault == Fault.SILENT) {
            assertEquals(Outcome.CONFIRMED, write(EVENING), "it is read back");
            return;
        }
        LockCredentialException failure = failure(EVENING);
        assertEquals(fault == Fault.REFUSED ? Reason.REJECTED : Reason.TIMEOUT, failure.reason());
        LeftSchedule first = new LeftSchedule(USER, ScheduleKind.WEEK_DAY, 1);
        LeftSchedule second = new LeftSchedule(USER, ScheduleKind.WEEK_DAY, 2);
        assertEquals(fault == Fault.LOST ? List.of(first, second) : List.of(first), failure.leftovers());
        air.faults.clear();
        assertEquals(Outcome.CONFIRMED, write(EVENING));
        assertEquals(List.of(EVENING), air.done(schedules.read(USER)));
    }

    @Test
    void aLockThatIsAwayAtOnceHasNothing() {
        air.faults.put(1, Fault.AWAY);
        LockCredentialException failure = failure(EVENING);
        assertEquals(Reason.UNREACHABLE, failure.reason());
        assertEquals(List.of(), failure.leftovers());
    }

    @Test
    void withoutSupervisionSlotsAreReadBackAndWhatIsNotToldIsUnverified() {
        air = new ScriptedLock(false, entries::answer, entries::write);
        schedules = schedules(3);
        assertEquals(Outcome.CONFIRMED, write(MORNING));
        assertEquals(Outcome.UNVERIFIED, write());
        assertTrue(entries.open());
    }

    @Test
    void versionOneCountsInUniversalTime() {
        schedules = schedules(1);
        assertEquals(Reason.INVALID, failure(MORNING).reason());
        assertEquals(Outcome.CONFIRMED, write(HOLIDAYS));
        Schedule utc = new Schedule.YearDay(
                LocalDateTime.parse("2026-12-24T11:00"), LocalDateTime.parse("2027-01-02T09:00"), ZoneOffset.UTC);
        assertEquals(List.of(utc), air.done(schedules.read(USER)));
    }

    @Test
    void usersBeyondAByteAreNamedByTheCommandsOfVersionFour() {
        air = new ScriptedLock(
                true,
                question -> question instanceof EntrySlot.Get<?> get && get.kind() == EntrySlot.EXTENDED_WEEK_DAY
                        ? Optional.of(
                                List.of(EntrySlot.EXTENDED_WEEK_DAY.report(get.userId(), get.slot(), Optional.empty())))
                        : Optional.empty(),
                command -> command instanceof EntrySlot.Set<?> set
                        && set.kind() == EntrySlot.EXTENDED_WEEK_DAY
                        && set.userId() == 300);
        ScheduleBook book = new ScheduleEntryBook(air.lock, new ScheduleSlots.Report(2, 0, 0), 4);
        schedules =
                new LockSchedules(air.lock, air.site, book, new LockClock(air.lock, air.site, each -> false, false));
        assertEquals(Outcome.CONFIRMED, air.done(schedules.write(300, List.of(MORNING))));
        assertEquals(List.of("4E13", "4E13", "4E12", "4E12"), air.heard());
    }

    @Test
    void aDeletedUserLeavesNoSchedulesToTheNext() {
        write(EVENING);
        air.heard();
        air.done(schedules.userDeleted(USER));
        assertTrue(entries.slots.isEmpty());
        assertTrue(entries.open());
        air.heard();
        air.done(schedules.userDeleted(USER));
        air.done(schedules.userDeleted(4));
        assertEquals(List.of(), air.heard(), "nobody asks for what this host did not write");
    }

    @Test
    void aSlotThatHoldsNonsenseIsTakenAndWrittenOver() {
        entries.slots.put(new Place(ScheduleKind.WEEK_DAY, 1), new WeekDaySchedule(MONDAY, 12, 0, 8, 0));
        assertEquals(List.of(), air.done(schedules.read(USER)));
        assertEquals(Outcome.CONFIRMED, write(week("08:00", "09:00", MONDAY)));
        assertEquals(1, entries.slots.size());
    }

    private Outcome write(Schedule... wanted) {
        return air.done(schedules.write(USER, List.of(wanted)));
    }

    private LockCredentialException failure(Schedule... wanted) {
        return air.failure(schedules.write(USER, List.of(wanted)));
    }

    private List<String> writes() {
        return air.heard().stream()
                .filter(each -> !Set.of("4E04", "4E07", "4E0E").contains(each))
                .toList();
    }

    private static Schedule week(String start, String end, DayOfWeek... days) {
        return new Schedule.WeekDay(Set.of(days), LocalTime.parse(start), LocalTime.parse(end), ZONE);
    }
}
