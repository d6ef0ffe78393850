package org.lockcredentials.zwave.lock;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Finding;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.zwave.command.activeschedule.ActiveScheduleEnable;
import org.lockcredentials.zwave.command.activeschedule.ActiveSlot;
import org.lockcredentials.zwave.command.activeschedule.DailyRepetition;
import org.lockcredentials.zwave.command.activeschedule.ScheduleCapability;
import org.lockcredentials.zwave.command.activeschedule.ScheduleReportCode;
import org.lockcredentials.zwave.command.activeschedule.ScheduleTarget;
import org.lockcredentials.zwave.lock.ScriptedLock.Fault;

/** Schedules of a User Credential lock, by Active Schedule. */
final class ActiveScheduleLockTest {

    private static final int USER = 300;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Schedule HOLIDAYS = new Schedule.YearDay(
            LocalDateTime.parse("2026-12-24T12:00"), LocalDateTime.parse("2027-01-02T10:00"), ZONE);
    private static final Schedule NIGHTS =
            new Schedule.DailyRepeating(Set.of(FRIDAY), LocalTime.of(22, 0), Duration.ofHours(8), ZONE);
    private static final Schedule MONDAYS =
            new Schedule.DailyRepeating(Set.of(MONDAY), LocalTime.MIDNIGHT, Duration.ofDays(1), ZONE);

    private final ActiveLock active = new ActiveLock();
    private ScriptedLock air = new ScriptedLock(true, active::answer, active::write);
    private LockSchedules schedules = schedules();

    private LockSchedules schedules() {
        ScheduleBook book = new ActiveScheduleBook(air.lock, new ScheduleCapability(0x83, 500, 10, 20));
        return new LockSchedules(air.lock, air.site, book, new LockClock(air.lock, air.site, each -> false, false));
    }

    @Test
    void readingCostsWhatThereIs() {
        assertEquals(List.of(), air.done(schedules.read(USER)));
        assertEquals(List.of("A407", "A40A", "A404"), air.heard());
        write(HOLIDAYS, NIGHTS, MONDAYS);
        air.heard();
        assertEquals(Set.of(HOLIDAYS, NIGHTS, MONDAYS), Set.copyOf(air.done(schedules.read(USER))));
        assertEquals(List.of("A407", "A40A", "A40A", "A404"), air.heard());
    }

    @Test
    void theLockGoesByThemWhenAllArePut() {
        assertEquals(Outcome.CONFIRMED, write(NIGHTS, HOLIDAYS));
        assertEquals(List.of("A407", "A40A", "A404", "A409", "A406", "A403"), air.heard());
        assertTrue(active.enforced);
        assertEquals(Outcome.NO_CHANGE, write(HOLIDAYS, NIGHTS));
        assertEquals(List.of("A407", "A40A", "A404"), air.heard());
    }

    @Test
    void theUserIsKeptOutAllTheWayFromOldToNew() {
        write(NIGHTS, MONDAYS);
        active.openAfterEachWrite.clear();
        assertEquals(Outcome.CONFIRMED, write(HOLIDAYS));
        assertEquals(List.of(false, false, false), active.openAfterEachWrite);
        assertEquals(Outcome.CONFIRMED, write());
        assertTrue(active.yearDays.isEmpty());
        assertFalse(active.enforced);
        assertEquals(Outcome.NO_CHANGE, write());
    }

    @Test
    void whatSomebodyElseNotedBesideAScheduleIsLeft() {
        DailyRepetition theirs = new DailyRepetition(Set.of(FRIDAY), 22, 0, 8, 0, Secret.of("theirs"));
        active.dailies.put(4, theirs);
        active.enforced = true;
        assertEquals(Outcome.NO_CHANGE, write(NIGHTS));
        assertEquals(theirs, active.dailies.get(4));
    }

    @Test
    void schedulesThatAreSwitchedOffAreSwitchedOn() {
        write(NIGHTS);
        active.enforced = false;
        air.time.advance(Duration.ofMinutes(2));
        air.heard();
        assertEquals(Outcome.CONFIRMED, write(NIGHTS));
        assertEquals(List.of("A407", "A40A", "A404", "A403"), air.heard());
        assertTrue(active.enforced);
    }

    @Test
    void aChangeAtTheLockIsToldAndWhatWasSeenIsForgotten() {
        write(NIGHTS);
        air.done(schedules.read(USER));
        air.heard();
        ScheduleTarget user = new ScheduleTarget(0x83, USER);
        active.dailies.clear();
        schedules.heard(new ActiveScheduleEnable.Report(user, true, ScheduleReportCode.MODIFIED_BY_Z_WAVE));
        assertEquals(List.of(), air.events);
        schedules.heard(ActiveSlot.DAILY_REPEATING.report(
                ScheduleReportCode.MODIFIED_EXTERNALLY, user, 1, 0, Optional.empty()));
        assertEquals(
                List.of(new LockEvent.UserChange(
                        air.lock.id(),
                        air.now(),
                        LockEvent.Change.MODIFIED,
                        Optional.of(new LockEvent.Actor(USER, Optional.empty())))),
                air.events);
        assertEquals(Outcome.CONFIRMED, write(NIGHTS));
        assertEquals(List.of("A407", "A40A", "A404", "A409"), air.heard());
    }

    @Test
    void aChainThatRunsBackIsAFailure() {
        air = new ScriptedLock(
                true,
                command -> command instanceof ActiveSlot.Get<?> get && get.kind() == ActiveSlot.YEAR_DAY
                        ? Optional.of(List.of(ActiveSlot.YEAR_DAY.report(
                                ScheduleReportCode.RESPONSE_TO_GET, get.target(), get.slot(), 1, Optional.empty())))
                        : Optional.empty(),
                command -> false);
        schedules = schedules();
        assertEquals(Reason.REJECTED, air.failure(schedules.read(USER)).reason());
    }

    @Test
    void whatTheSlotsCannotHoldIsSaidWithoutAQuestion() {
        Schedule weekly = new Schedule.WeekDay(Set.of(MONDAY), LocalTime.of(8, 0), LocalTime.of(9, 0), ZONE);
        Schedule elsewhere = new Schedule.DailyRepeating(
                Set.of(FRIDAY), LocalTime.of(22, 0), Duration.ofHours(8), ZoneId.of("America/New_York"));
        assertEquals(
                List.of(Reason.UNSUPPORTED, Reason.INVALID),
                schedules.objections(List.of(weekly, NIGHTS, elsewhere)).stream()
                        .map(Finding::reason)
                        .toList());
        assertEquals(List.of(), schedules.objections(List.of(NIGHTS)));
        assertEquals(List.of(), air.heard());
    }

    @Test
    void aRefusalIsTheLocksWord() {
        air.faults.put(2, Fault.REFUSED);
        var failure = air.failure(schedules.write(USER, List.of(NIGHTS, HOLIDAYS)));
        assertEquals(Reason.REJECTED, failure.reason());
        assertEquals(1, failure.leftovers().size());
        assertTrue(active.open(), "the user had no schedules before and is as before");
    }

    private Outcome write(Schedule... wanted) {
        return air.done(schedules.write(USER, List.of(wanted)));
    }
}
