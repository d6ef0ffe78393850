package org.lockcredentials.zwave.lock.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.lockcredentials.schedule.ScheduleKind;

/** What one schedule slot of a lock holds, in the lock's own local time. Seconds are zero. */
public sealed interface Entry {

    ScheduleKind kind();

    /** A time of one weekday. */
    record Week(DayOfWeek day, LocalTime start, LocalTime stop) implements Entry {
        @Override
        public ScheduleKind kind() {
            return ScheduleKind.WEEK_DAY;
        }
    }

    /** A stretch of days. */
    record Year(LocalDateTime start, LocalDateTime stop) implements Entry {
        @Override
        public ScheduleKind kind() {
            return ScheduleKind.YEAR_DAY;
        }
    }

    /**
     * A time that starts on several weekdays.
     *
     * @param length 1 minute to 24 hours
     */
    record Daily(Set<DayOfWeek> days, LocalTime start, Duration length) implements Entry {

        public Daily {
            days = Set.copyOf(days);
        }

        @Override
        public ScheduleKind kind() {
            return ScheduleKind.DAILY_REPEATING;
        }
    }
}
