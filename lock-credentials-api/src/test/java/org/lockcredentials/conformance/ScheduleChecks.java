package org.lockcredentials.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;

/** What a lock's schedules have to be like through the API. */
interface ScheduleChecks {

    Visit visit();

    @Test
    default void schedulesOfEveryKindAreKeptReadAndCleared() {
        Set<ScheduleKind> kinds = kinds();
        int user = visit().addUser("Ann", visit().pin()).userIndex().orElseThrow();
        for (ScheduleKind kind : kinds) {
            List<Schedule> wanted = List.of(sample(kind));
            visit().await(visit().lock().schedules().set(user, wanted));
            assertEquals(wanted, visit().await(visit().lock().schedules().list(user)));
        }
        visit().await(visit().lock().schedules().set(user, List.of()));
        assertEquals(List.of(), visit().await(visit().lock().schedules().list(user)));
    }

    @Test
    default void accessBringsItsSchedules() {
        Schedule schedule = sample(kinds().iterator().next());
        AccessRequest request = AccessRequest.builder(Visit.key("Ann"))
                .name("Ann")
                .pin(visit().pin())
                .schedule(schedule)
                .build();
        Receipt added = visit().await(visit().access().add(request));
        assertEquals(
                List.of(schedule),
                visit().await(visit().lock().schedules().list(added.userIndex().orElseThrow())));
    }

    @Test
    default void moreSchedulesThanPlacesAreFullAndAKindThatIsMissingIsUnsupported() {
        Set<ScheduleKind> kinds = kinds();
        int user = visit().addUser("Ann", visit().pin()).userIndex().orElseThrow();
        ScheduleKind kind = kinds.iterator().next();
        int places = visit().capabilities().schedules().get(kind);
        assertEquals(
                Reason.FULL,
                visit().reason(visit().lock().schedules().set(user, Collections.nCopies(places + 1, sample(kind)))));
        EnumSet<ScheduleKind> missing = EnumSet.complementOf(EnumSet.copyOf(kinds));
        for (ScheduleKind other : missing) {
            assertEquals(
                    Reason.UNSUPPORTED,
                    visit().reason(visit().lock().schedules().set(user, List.of(sample(other)))));
        }
    }

    @Test
    default void aLockWithoutSchedulesSaysSoUnasked() {
        assumeTrue(visit().capabilities().schedules().isEmpty(), "the lock has schedules");
        int user = visit().addUser("Ann", visit().pin()).userIndex().orElseThrow();
        long before = visit().under().requests();
        assertEquals(
                Reason.UNSUPPORTED, visit().reason(visit().lock().schedules().list(user)));
        assertEquals(before, visit().under().requests());
    }

    private Set<ScheduleKind> kinds() {
        Set<ScheduleKind> kinds =
                new HashSet<>(visit().capabilities().schedules().keySet());
        assumeTrue(!kinds.isEmpty(), "the lock has no schedules");
        return EnumSet.copyOf(kinds);
    }

    private static Schedule sample(ScheduleKind kind) {
        ZoneId zone = ZoneId.systemDefault();
        LocalDateTime start = LocalDateTime.of(2027, 5, 1, 8, 0);
        return switch (kind) {
            case WEEK_DAY ->
                new Schedule.WeekDay(Set.of(DayOfWeek.MONDAY), LocalTime.of(8, 30), LocalTime.of(17, 0), zone);
            case YEAR_DAY -> new Schedule.YearDay(start, start.plusDays(3), zone);
            case DAILY_REPEATING ->
                new Schedule.DailyRepeating(Set.of(DayOfWeek.SUNDAY), LocalTime.of(22, 0), Duration.ofHours(4), zone);
            case HOLIDAY -> new Schedule.Holiday(start, start.plusDays(7), zone);
            case EXPIRING -> new Schedule.Expiring(Duration.ofMinutes(90));
        };
    }
}
