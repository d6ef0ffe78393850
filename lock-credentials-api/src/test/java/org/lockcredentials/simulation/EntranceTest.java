package org.lockcredentials.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialRule;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Door;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.UserType;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Action;
import org.lockcredentials.event.LockEvent.AlarmKind;
import org.lockcredentials.event.LockEvent.Source;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.spi.LockDriver.DoorCommand;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.testing.Pins;

/** Virtual time starts on Thursday, 1 January 2026, at midnight UTC. */
final class EntranceTest {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private final SimulatedLock lock =
            SimulatedLock.userCredential("1", "Front door").build();
    private final Bench bench = Bench.of(lock);
    private final Secret pin = Pins.secret();

    @Test
    void aCodeOpensAndTheEventSaysWhoseItWas() {
        add(UserType.GENERAL);
        assertTrue(lock.enterCode(pin));
        LockEvent.Operation opened = last();
        assertEquals(Action.UNLOCK, opened.action());
        assertEquals(Source.KEYPAD, opened.source());
        assertEquals(1, opened.user().orElseThrow().index());
        assertEquals(Optional.of(new Credential(CredentialType.PIN, 1)), opened.credential());
        assertEquals(bench.time.now(), opened.at());
    }

    @Test
    void aWrongCodeIsDeniedAndTooManyRaiseTheAlarm() {
        add(UserType.GENERAL);
        for (int wrong = 1; wrong <= 4; wrong++) {
            assertFalse(lock.enterCode(Pins.secret()));
        }
        assertEquals(List.of(), bench.heard(LockEvent.Alarm.class));
        assertFalse(lock.enterCode(Pins.secret()));
        assertEquals(Action.DENIED, last().action());
        assertEquals(Optional.empty(), last().user());
        assertEquals(List.of(AlarmKind.WRONG_CODE_LIMIT), alarms());
    }

    @Test
    void aDisabledUserIsDeniedByName() {
        add(UserType.GENERAL);
        bench.await(bench.driver().setEnabled(1, false));
        assertFalse(lock.enterCode(pin));
        assertEquals(Optional.of("disabled"), last().error());
        assertEquals(1, last().user().orElseThrow().index());
        bench.await(bench.driver().setEnabled(1, true));
        assertTrue(lock.enterCode(pin));
    }

    @Test
    void typesOfUsersAreToldApart() {
        add(UserType.NON_ACCESS);
        assertFalse(lock.enterCode(pin));
        change(UserType.REMOTE_ONLY, Optional.empty());
        assertFalse(lock.enterCode(pin));
        assertEquals(
                Outcome.CONFIRMED, bench.await(bench.driver().operate(new DoorCommand.Unlock(), Optional.of(pin))));
        change(UserType.DURESS, Optional.empty());
        assertTrue(lock.enterCode(pin));
        assertEquals(List.of(AlarmKind.DURESS), alarms());
    }

    @Test
    void aDisposableUserOpensOnce() {
        add(UserType.DISPOSABLE);
        assertTrue(lock.enterCode(pin));
        assertFalse(lock.enterCode(pin));
        assertFalse(lock.truth().get(0).user().enabled());
    }

    @Test
    void anExpiringUserLastsFromTheFirstUse() {
        add(UserType.GENERAL);
        change(UserType.EXPIRING, Optional.of(Duration.ofMinutes(10)));
        bench.pass(Duration.ofHours(1));
        assertTrue(lock.enterCode(pin));
        bench.pass(Duration.ofMinutes(9));
        assertTrue(lock.enterCode(pin));
        bench.pass(Duration.ofMinutes(1));
        assertFalse(lock.enterCode(pin));
        assertEquals(Optional.of("expired"), last().error());
    }

    @Test
    void aRuleOfTwoWantsTwoOfTheUsersCredentialsWithinHalfAMinute() {
        add(UserType.GENERAL);
        Secret second = Pins.secret();
        bench.addPin(1, 2, second);
        User dual = lock.truth().get(0).user();
        User changed = new User(
                1,
                dual.name(),
                true,
                dual.type(),
                CredentialRule.DUAL,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        bench.await(bench.driver().writeUser(WriteMode.MODIFY, Bench.wanted(changed)));
        assertFalse(lock.enterCode(pin));
        assertFalse(lock.enterCode(pin));
        assertTrue(lock.enterCode(second));
        assertFalse(lock.enterCode(pin));
        bench.pass(Duration.ofSeconds(31));
        assertFalse(lock.enterCode(second));
    }

    @Test
    void weekDaysAreKeptInTheirOwnZone() {
        add(UserType.GENERAL);
        schedule(new Schedule.WeekDay(
                Set.of(DayOfWeek.THURSDAY), LocalTime.of(2, 0), LocalTime.of(3, 0), ZoneId.of("Europe/Berlin")));
        opensIn(Duration.ZERO, false);
        opensIn(Duration.ofMinutes(59), false);
        opensIn(Duration.ofMinutes(1), true);
        opensIn(Duration.ofMinutes(59), true);
        opensIn(Duration.ofMinutes(1), false);
        opensIn(Duration.ofDays(1).minusMinutes(30), false);
    }

    @Test
    void aDailyRepeatingScheduleReachesIntoTheNextDay() {
        add(UserType.GENERAL);
        schedule(new Schedule.DailyRepeating(
                Set.of(DayOfWeek.WEDNESDAY), LocalTime.of(22, 0), Duration.ofHours(4), UTC));
        opensIn(Duration.ZERO, true);
        opensIn(Duration.ofHours(2), false);
        opensIn(Duration.ofHours(21), false);
    }

    @Test
    void aYearDayScheduleEndsAndAHolidaySuspendsIt() {
        add(UserType.GENERAL);
        LocalDateTime start = LocalDateTime.of(2026, 1, 1, 1, 0);
        schedule(
                new Schedule.YearDay(start, start.plusDays(2), UTC),
                new Schedule.Holiday(start.plusDays(1), start.plusDays(1).plusHours(1), UTC));
        opensIn(Duration.ZERO, false);
        opensIn(Duration.ofHours(1), true);
        opensIn(Duration.ofDays(1), false);
        opensIn(Duration.ofHours(1), true);
        opensIn(Duration.ofHours(23), false);
    }

    @Test
    void moreSchedulesThanPlacesAreRefused() {
        add(UserType.GENERAL);
        LocalDateTime start = LocalDateTime.of(2026, 1, 1, 1, 0);
        Schedule day = new Schedule.YearDay(start, start.plusDays(2), UTC);
        assertEquals(
                Reason.FULL,
                bench.failure(bench.driver().writeSchedules(1, List.of(day, day, day, day, day)))
                        .reason());
        assertEquals(List.of(), bench.await(bench.driver().readSchedules(1)));
    }

    @Test
    void theBoltMovesByRadioByKnobAndByItself() {
        assertEquals(Outcome.NO_CHANGE, bench.await(operate(new DoorCommand.Lock())));
        assertEquals(Outcome.CONFIRMED, bench.await(operate(new DoorCommand.UnlockFor(Duration.ofSeconds(5)))));
        assertEquals(Door.Bolt.UNLOCKED, bench.await(bench.driver().doorState()).bolt());
        bench.pass(Duration.ofSeconds(5));
        assertEquals(Door.Bolt.LOCKED, bench.await(bench.driver().doorState()).bolt());
        assertEquals(Source.AUTO, last().source());
        lock.turnKnob();
        assertEquals(Source.MANUAL, last().source());
        assertEquals(Action.UNLOCK, last().action());
    }

    @Test
    void aJammedBoltStaysAndComplains() {
        lock.jam(true);
        assertEquals(
                Reason.REJECTED,
                bench.failure(operate(new DoorCommand.Unlock())).reason());
        assertEquals(Action.JAMMED, last().action());
        assertEquals(List.of(AlarmKind.JAMMED), alarms());
        lock.jam(false);
        assertEquals(Outcome.CONFIRMED, bench.await(operate(new DoorCommand.Unlock())));
    }

    @Test
    void aDoorThatOpensAgainstTheBoltWasForced() {
        lock.openDoor();
        assertEquals(List.of(AlarmKind.FORCED_OPEN), alarms());
        assertEquals(Optional.of(true), bench.await(bench.driver().doorState()).doorOpen());
        lock.closeDoor();
        assertEquals(Action.DOOR_CLOSED, last().action());
    }

    @Test
    void aLockThatWantsACodeByRadioSaysSo() {
        SimulatedLock strict = SimulatedLock.strictMatter("3", "Shed").build();
        Bench there = Bench.of(strict);
        there.addUser(1, "Ann");
        there.addPin(1, 1, pin);
        var without = there.driver().operate(new DoorCommand.Unlock(), Optional.empty());
        assertEquals(Reason.REJECTED, there.failure(without).reason());
        var wrong = there.driver().operate(new DoorCommand.Unlock(), Optional.of(Pins.secret()));
        assertEquals(Reason.REJECTED, there.failure(wrong).reason());
        var right = there.driver().operate(new DoorCommand.Unlock(), Optional.of(pin));
        assertEquals(Outcome.CONFIRMED, there.await(right));
    }

    private void add(UserType type) {
        bench.addUser(1, "Ann");
        bench.addPin(1, 1, pin);
        change(type, Optional.empty());
    }

    private void change(UserType type, Optional<Duration> expiry) {
        User user = new User(
                1,
                Optional.of("Ann"),
                true,
                type,
                CredentialRule.SINGLE,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        bench.await(bench.driver().writeUser(WriteMode.MODIFY, new UserWrite(user, expiry)));
    }

    private void schedule(Schedule... schedules) {
        assertEquals(Outcome.CONFIRMED, bench.await(bench.driver().writeSchedules(1, List.of(schedules))));
    }

    private void opensIn(Duration span, boolean opens) {
        bench.pass(span);
        assertEquals(opens, lock.enterCode(pin), "at " + bench.time.now());
    }

    private CompletableFuture<Outcome> operate(DoorCommand command) {
        return bench.driver().operate(command, Optional.empty());
    }

    private LockEvent.Operation last() {
        List<LockEvent.Operation> all = bench.heard(LockEvent.Operation.class);
        return all.get(all.size() - 1);
    }

    private List<AlarmKind> alarms() {
        return bench.heard(LockEvent.Alarm.class).stream()
                .map(LockEvent.Alarm::kind)
                .toList();
    }
}
