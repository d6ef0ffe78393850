package org.lockcredentials.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When a user's credentials work.
 *
 * <p>Times are wall-clock times at the lock, in the zone that is given with them: what the zone's daylight saving does to
 * a day, it does to the schedule. Locks count in minutes, so seconds must be zero.
 */
public sealed interface Schedule {

    ScheduleKind kind();

    /**
     * Days of the week, from a time to a later time of the same day.
     *
     * @param end later than {@code start}; the credential works up to, not at, this time
     */
    record WeekDay(Set<DayOfWeek> days, LocalTime start, LocalTime end, ZoneId zone) implements Schedule {

        /** @throws IllegalArgumentException without a day, with seconds, or with an end not after the start */
        public WeekDay {
            days = ScheduleRules.days(days);
            ScheduleRules.wholeMinutes(start);
            ScheduleRules.wholeMinutes(end);
            if (!end.isAfter(start)) {
                throw new IllegalArgumentException("a week-day schedule ends after it starts, on the same day");
            }
        }

        @Override
        public ScheduleKind kind() {
            return ScheduleKind.WEEK_DAY;
        }
    }

    /** From one date and time to a later one. */
    record YearDay(LocalDateTime start, LocalDateTime end, ZoneId zone) implements Schedule {

        /** @throws IllegalArgumentException with seconds, or with an end not after the start */
        public YearDay {
            ScheduleRules.wholeMinutes(start, end);
        }

        @Override
        public ScheduleKind kind() {
            return ScheduleKind.YEAR_DAY;
        }
    }

    /**
     * Days of the week, from a time and for a duration, which may reach into the next day.
     *
     * @param duration 1 minute to 24 hours, whole minutes
     */
    record DailyRepeating(Set<DayOfWeek> days, LocalTime start, Duration duration, ZoneId zone) implements Schedule {

        /** @throws IllegalArgumentException without a day, with seconds, or with a duration out of range */
        public DailyRepeating {
            days = ScheduleRules.days(days);
            ScheduleRules.wholeMinutes(start);
            ScheduleRules.wholeMinutes(duration, Duration.ofDays(1));
        }

        @Override
        public ScheduleKind kind() {
            return ScheduleKind.DAILY_REPEATING;
        }
    }

    /** Dates between which the whole lock follows its holiday mode. */
    record Holiday(LocalDateTime start, LocalDateTime end, ZoneId zone) implements Schedule {

        /** @throws IllegalArgumentException with seconds, or with an end not after the start */
        public Holiday {
            ScheduleRules.wholeMinutes(start, end);
        }

        @Override
        public ScheduleKind kind() {
            return ScheduleKind.HOLIDAY;
        }
    }

    /**
     * A time that starts with the first use.
     *
     * @param afterFirstUse 1 to 65,535 minutes, whole minutes
     */
    record Expiring(Duration afterFirstUse) implements Schedule {

        /** @throws IllegalArgumentException if out of range */
        public Expiring {
            ScheduleRules.wholeMinutes(afterFirstUse, Duration.ofMinutes(65_535));
        }

        @Override
        public ScheduleKind kind() {
            return ScheduleKind.EXPIRING;
        }
    }
}
