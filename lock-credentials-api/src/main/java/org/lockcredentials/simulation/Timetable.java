package org.lockcredentials.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.UserType;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;

/**
 * Whether a user's schedules admit it at a moment. During a holiday of the lock only users without schedules are let in.
 */
final class Timetable {

    private static final Set<UserType> BOUND =
            Set.of(UserType.YEAR_DAY, UserType.WEEK_DAY, UserType.SCHEDULE_RESTRICTED);

    private Timetable() {}

    static boolean admits(StoredUser user, List<Schedule.Holiday> holidays, Instant now) {
        List<Schedule> hours = user.user().schedules().stream()
                .filter(schedule -> schedule.kind() != ScheduleKind.HOLIDAY && schedule.kind() != ScheduleKind.EXPIRING)
                .toList();
        if (hours.isEmpty()) {
            return !BOUND.contains(user.user().type());
        }
        boolean holiday = holidays.stream().anyMatch(days -> between(days.start(), days.end(), days.zone(), now));
        return !holiday && hours.stream().anyMatch(schedule -> covers(schedule, now));
    }

    /** True if the user was let in before, and that is longer ago than it lasts. */
    static boolean expired(StoredUser user, Instant now) {
        Optional<Duration> lasts = user.user().schedules().stream()
                .filter(Schedule.Expiring.class::isInstance)
                .map(schedule -> ((Schedule.Expiring) schedule).afterFirstUse())
                .findFirst()
                .or(() -> user.user().type() == UserType.EXPIRING ? user.expiry() : Optional.empty());
        return lasts.isPresent()
                && user.firstUse()
                        .filter(first -> !now.isBefore(first.plus(lasts.get())))
                        .isPresent();
    }

    private static boolean covers(Schedule schedule, Instant now) {
        if (schedule instanceof Schedule.WeekDay week) {
            LocalDateTime here = LocalDateTime.ofInstant(now, week.zone());
            LocalTime time = here.toLocalTime();
            return week.days().contains(here.getDayOfWeek())
                    && !time.isBefore(week.start())
                    && time.isBefore(week.end());
        }
        if (schedule instanceof Schedule.DailyRepeating daily) {
            LocalDateTime here = LocalDateTime.ofInstant(now, daily.zone());
            return startedOn(daily, here, 0) || startedOn(daily, here, 1);
        }
        return schedule instanceof Schedule.YearDay year && between(year.start(), year.end(), year.zone(), now);
    }

    private static boolean startedOn(Schedule.DailyRepeating daily, LocalDateTime here, int daysAgo) {
        LocalDateTime start = here.toLocalDate().minusDays(daysAgo).atTime(daily.start());
        return daily.days().contains(start.getDayOfWeek())
                && !here.isBefore(start)
                && here.isBefore(start.plus(daily.duration()));
    }

    private static boolean between(LocalDateTime start, LocalDateTime end, ZoneId zone, Instant now) {
        LocalDateTime here = LocalDateTime.ofInstant(now, zone);
        return !here.isBefore(start) && here.isBefore(end);
    }
}
