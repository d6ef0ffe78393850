package org.lockcredentials.matter.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.matter.lock.Driver.ZONE;
import static org.lockcredentials.matter.lock.Driver.done;
import static org.lockcredentials.matter.lock.Driver.failure;
import static org.lockcredentials.matter.lock.Driver.reason;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lockcredentials.Finding;
import org.lockcredentials.Leftover;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.User;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.matter.cluster.doorlock.ClearHolidaySchedule;
import org.lockcredentials.matter.cluster.doorlock.OperatingMode;
import org.lockcredentials.matter.cluster.doorlock.SetHolidaySchedule;
import org.lockcredentials.matter.cluster.doorlock.SetUser;
import org.lockcredentials.matter.cluster.doorlock.SetWeekDaySchedule;
import org.lockcredentials.matter.cluster.doorlock.SetYearDaySchedule;
import org.lockcredentials.matter.cluster.doorlock.UserType;
import org.lockcredentials.matter.interaction.Status;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;

class SchedulesTest {

    private static final Schedule MONDAYS =
            new Schedule.WeekDay(Set.of(DayOfWeek.MONDAY), LocalTime.of(8, 30), LocalTime.of(17, 0), ZONE);
    private static final Schedule WEEKEND = new Schedule.WeekDay(
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), LocalTime.of(9, 0), LocalTime.of(12, 0), ZONE);
    private static final LocalDateTime MAY = LocalDateTime.of(2027, 5, 1, 8, 0);
    private static final Schedule IN_MAY = new Schedule.YearDay(MAY, MAY.plusDays(3), ZONE);
    private static final Schedule HOLIDAY = new Schedule.Holiday(MAY, MAY.plusDays(7), ZONE);

    private final ScriptedLock node = ScriptedLock.full();
    private final Driver driver = new Driver(node);

    @BeforeEach
    void users() {
        node.hold(2, "Ann", ScriptedLock.OURS);
        node.hold(3, "Ben", ScriptedLock.OURS);
    }

    private static User of(org.lockcredentials.UserType type) {
        return UserUpdate.builder().type(type).build().applyTo(User.general(2, Optional.of("Ann")));
    }

    private UserType type(int user) {
        return node.users.get(user).userType().orElseThrow();
    }

    @Test
    void aGeneralUserWithSchedulesIsBoundByThemAndFreeAgainAfterThem() {
        assertEquals(Outcome.CONFIRMED, done(driver.lock.writeSchedules(2, List.of(MONDAYS))));
        assertEquals(UserType.WEEK_DAY_SCHEDULE, type(2));
        assertEquals(List.of(MONDAYS), done(driver.lock.readSchedules(2)));
        done(driver.lock.writeSchedules(2, List.of(MONDAYS, IN_MAY)));
        assertEquals(UserType.SCHEDULE_RESTRICTED, type(2));
        done(driver.lock.writeSchedules(2, List.of(IN_MAY)));
        assertEquals(UserType.YEAR_DAY_SCHEDULE, type(2));
        done(driver.lock.writeSchedules(2, List.of()));
        assertEquals(UserType.UNRESTRICTED, type(2));
        assertEquals(List.of(), done(driver.lock.readSchedules(2)));
    }

    @Test
    void whatIsThereIsNotWrittenAgain() {
        done(driver.lock.writeSchedules(2, List.of(MONDAYS, IN_MAY)));
        node.sent.clear();
        assertEquals(Outcome.NO_CHANGE, done(driver.lock.writeSchedules(2, List.of(IN_MAY, MONDAYS))));
        assertEquals(List.of(), node.sent(SetUser.class));
        assertEquals(List.of(), node.sent(SetWeekDaySchedule.class));
        assertEquals(List.of(), node.sent(SetYearDaySchedule.class));
    }

    @Test
    void aUserWhomTheHostMadeOfAScheduledTypeStaysOne() {
        User bound = of(org.lockcredentials.UserType.WEEK_DAY);
        done(driver.lock.writeUser(WriteMode.MODIFY, new UserWrite(bound, Optional.empty())));
        done(driver.lock.writeSchedules(2, List.of(MONDAYS)));
        done(driver.lock.writeSchedules(2, List.of()));
        assertEquals(UserType.WEEK_DAY_SCHEDULE, type(2), "clearing the times must not open the door at all times");
    }

    @Test
    void renamingABoundUserDoesNotUnbind() {
        done(driver.lock.writeSchedules(2, List.of(MONDAYS)));
        done(driver.lock.writeUser(WriteMode.MODIFY, Driver.user(2, "Anna")));
        assertEquals(UserType.WEEK_DAY_SCHEDULE, type(2));
        Driver later = new Driver(node, driver.store);
        done(later.lock.writeUser(WriteMode.MODIFY, Driver.user(2, "Anni")));
        assertEquals(UserType.WEEK_DAY_SCHEDULE, type(2), "nor after a restart");
        done(later.lock.writeSchedules(2, List.of()));
        assertEquals(UserType.UNRESTRICTED, type(2));
    }

    @Test
    void anOldLockGetsOneDayPerMask() {
        node.oneDayPerMask = true;
        assertEquals(Outcome.CONFIRMED, done(driver.lock.writeSchedules(2, List.of(WEEKEND))));
        List<Schedule> held = done(driver.lock.readSchedules(2));
        assertEquals(2, held.size());
        assertTrue(
                held.stream().allMatch(each -> ((Schedule.WeekDay) each).days().size() == 1));
        assertEquals(Reason.FULL, reason(driver.lock.writeSchedules(2, List.of(WEEKEND, weekdays()))));
    }

    private static Schedule weekdays() {
        return new Schedule.WeekDay(
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY),
                LocalTime.of(8, 0),
                LocalTime.of(9, 0),
                ZONE);
    }

    @Test
    void moreThanThereArePlacesForIsFull() {
        assertEquals(Reason.FULL, reason(driver.lock.writeSchedules(2, List.of(IN_MAY, year(1), year(2)))));
        assertEquals(List.of(), node.sent(SetYearDaySchedule.class));
    }

    private static Schedule year(int days) {
        return new Schedule.YearDay(MAY.plusDays(days), MAY.plusDays(days + 1), ZONE);
    }

    @Test
    void aHolidayIsTheLocksAndGoesWithWhoWroteIt() {
        done(driver.lock.writeSchedules(2, List.of(HOLIDAY)));
        assertEquals(UserType.UNRESTRICTED, type(2));
        assertEquals(
                OperatingMode.NORMAL, node.sent(SetHolidaySchedule.class).get(0).operatingMode());
        assertEquals(List.of(HOLIDAY), done(driver.lock.readSchedules(3)));
        done(driver.lock.writeSchedules(3, List.of(MONDAYS)));
        assertEquals(List.of(MONDAYS, HOLIDAY), done(driver.lock.readSchedules(3)));
        done(new Driver(node, driver.store).lock.writeSchedules(2, List.of()));
        assertEquals(List.of(MONDAYS), done(driver.lock.readSchedules(3)));
    }

    @Test
    void timesOfAnotherZoneAreTheLocksOwnWhereThatCanBeSaid() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        done(driver.lock.writeSchedules(2, List.of(new Schedule.YearDay(MAY, MAY.plusDays(1), tokyo))));
        assertEquals(
                LocalDateTime.of(2027, 5, 1, 1, 0),
                node.sent(SetYearDaySchedule.class).get(0).start());
        Schedule weekly = new Schedule.WeekDay(Set.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), LocalTime.of(9, 0), tokyo);
        assertEquals(Reason.INVALID, reason(driver.lock.writeSchedules(2, List.of(weekly))));
        Schedule daily =
                new Schedule.DailyRepeating(Set.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), Duration.ofHours(1), ZONE);
        assertEquals(Reason.UNSUPPORTED, reason(driver.lock.writeSchedules(2, List.of(daily))));
    }

    @Test
    void whatTheClockCannotExpressIsSaidWithoutAQuestion() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        Schedule elsewhere =
                new Schedule.WeekDay(Set.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), LocalTime.of(9, 0), tokyo);
        Schedule longAgo = new Schedule.YearDay(MAY.minusYears(30), MAY, ZONE);
        Schedule farOff = new Schedule.Holiday(MAY, MAY.plusYears(200), ZONE);
        UserUpdate ann = UserUpdate.builder().name("Ann").build();
        assertEquals(
                List.of(Reason.INVALID, Reason.INVALID, Reason.INVALID),
                driver.lock.objections(ann, List.of(elsewhere, longAgo, MONDAYS, farOff)).stream()
                        .map(Finding::reason)
                        .toList());
        assertEquals(List.of(), driver.lock.objections(ann, List.of(MONDAYS, IN_MAY, HOLIDAY)));
        assertEquals(List.of(), node.sent);
        assertEquals(Reason.INVALID, reason(driver.lock.writeSchedules(2, List.of(MONDAYS, longAgo))));
        assertEquals(List.of(), node.sent, "nor is one of two written");
    }

    @ParameterizedTest
    @EnumSource(names = {"DURESS", "EXPIRING", "REMOTE_ONLY", "DISPOSABLE", "NON_ACCESS", "WEEK_DAY"})
    void timesThatTheLockWouldIgnoreAreRefused(org.lockcredentials.UserType type) {
        UserUpdate ann = UserUpdate.builder().type(type).build();
        assertEquals(
                List.of("schedules"),
                driver.lock.objections(ann, List.of(IN_MAY)).stream()
                        .map(Finding::field)
                        .toList());
        assertEquals(List.of(), driver.lock.objections(ann, List.of(HOLIDAY)));

        done(driver.lock.writeUser(WriteMode.MODIFY, new UserWrite(of(type), Optional.empty())));
        assertEquals(Reason.INVALID, reason(driver.lock.writeSchedules(2, List.of(IN_MAY))));
        assertEquals(List.of(), done(driver.lock.readSchedules(2)));
    }

    @Test
    void aUserWhomSchedulesBoundMayGetOthers() {
        done(driver.lock.writeSchedules(2, List.of(MONDAYS)));
        UserUpdate ann = UserUpdate.builder()
                .index(2)
                .type(org.lockcredentials.UserType.WEEK_DAY)
                .build();
        assertEquals(List.of(), driver.lock.objections(ann, List.of(IN_MAY)));
    }

    @Test
    void aBoundUserWhomTheHostMakesOfAnotherTypeStaysOfThatType() {
        done(driver.lock.writeSchedules(2, List.of(MONDAYS)));
        done(driver.lock.writeUser(
                WriteMode.MODIFY, new UserWrite(of(org.lockcredentials.UserType.DURESS), Optional.empty())));
        assertEquals(Reason.INVALID, reason(driver.lock.writeSchedules(2, List.of(IN_MAY))));
        done(driver.lock.writeSchedules(2, List.of()));
        assertEquals(UserType.FORCED, type(2), "taking the times away must not take the alarm away");
    }

    /** 22:00 to 06:00, say, which a week-day schedule cannot be (5.2.10.4), of a controller that wrote it nevertheless. */
    @Test
    void whatCannotBeReadIsThereAndGoesWithTheRest() {
        SetWeekDaySchedule nights = new SetWeekDaySchedule(1, 2, Set.of(DayOfWeek.FRIDAY), 22, 0, 6, 0);
        node.schedules.put("week 2 1", nights);
        assertEquals(List.of(), done(driver.lock.readSchedules(2)));
        done(driver.lock.writeSchedules(2, List.of(MONDAYS)));
        assertEquals(
                2, node.sent(SetWeekDaySchedule.class).get(0).weekDayIndex(), "a slot that is free, before any other");
        assertEquals(Set.of("week 2 2"), node.schedules.keySet());

        node.schedules.put("week 2 1", nights);
        assertEquals(Outcome.CONFIRMED, done(driver.lock.writeSchedules(2, List.of())));
        assertEquals(Map.of(), node.schedules);
    }

    @Test
    void anUnreadableHolidayOfSomebodyElseIsLeft() {
        SetHolidaySchedule theirs = new SetHolidaySchedule(1, MAY, MAY, OperatingMode.NORMAL);
        node.schedules.put("holiday 1", theirs);
        done(driver.lock.writeSchedules(2, List.of(HOLIDAY)));
        assertEquals(theirs, node.schedules.get("holiday 1"));
        assertEquals(List.of(HOLIDAY), done(driver.lock.readSchedules(2)));
    }

    @Test
    void holidaysGoWithTheUserWhoseTheyAre() {
        done(driver.lock.writeSchedules(2, List.of(HOLIDAY)));
        done(driver.lock.deleteUser(3));
        assertEquals(Set.of("holiday 1"), node.schedules.keySet());
        done(driver.lock.deleteUser(2));
        assertEquals(Map.of(), node.schedules);
        assertFalse(node.users.containsKey(2));

        node.hold(2, "Ann", ScriptedLock.OURS);
        done(driver.lock.writeSchedules(2, List.of(HOLIDAY)));
        done(driver.lock.deleteAllUsers());
        assertEquals(Map.of(), node.schedules);
    }

    @Test
    void aHolidayThatStaysIsTold() {
        done(driver.lock.writeSchedules(2, List.of(HOLIDAY)));
        node.next(ClearHolidaySchedule.class, ScriptedLock.refusal(Status.Code.FAILURE));
        LockCredentialException left = failure(driver.lock.deleteUser(2));
        assertEquals(List.of(new Leftover.LeftSchedule(2, ScheduleKind.HOLIDAY, 1)), left.leftovers());
        assertEquals(
                Reason.TIMEOUT, left.reason(), "the user is gone, so what is known of the user must be asked again");
        assertFalse(node.users.containsKey(2));
        done(driver.lock.deleteUser(2));
        assertEquals(Map.of(), node.schedules, "the second try finds it");
    }

    @Test
    void aHolidayThatIsGoneAlreadyIsNotLeft() {
        done(driver.lock.writeSchedules(2, List.of(HOLIDAY)));
        node.schedules.clear();
        node.next(ClearHolidaySchedule.class, ScriptedLock.refusal(Status.Code.NOT_FOUND));
        assertEquals(Outcome.CONFIRMED, done(driver.lock.deleteUser(2)));
    }

    @Test
    void oneHolidayThatStaysKeepsNoOther() {
        Schedule later = new Schedule.Holiday(MAY.plusYears(1), MAY.plusYears(1).plusDays(7), ZONE);
        done(driver.lock.writeSchedules(2, List.of(HOLIDAY)));
        done(driver.lock.writeSchedules(3, List.of(later)));
        node.next(ClearHolidaySchedule.class, ScriptedLock.refusal(Status.Code.FAILURE));
        assertEquals(1, failure(driver.lock.deleteAllUsers()).leftovers().size());
        assertEquals(1, node.schedules.size());
    }

    @Test
    void nobodyHasNoSchedules() {
        assertEquals(Reason.NOT_FOUND, reason(driver.lock.readSchedules(5)));
        assertEquals(Reason.NOT_FOUND, reason(driver.lock.writeSchedules(5, List.of(MONDAYS))));
    }
}
