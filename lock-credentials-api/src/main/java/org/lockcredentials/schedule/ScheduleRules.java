package org.lockcredentials.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/** Holds schedules to what locks can keep: whole minutes, at least one day, an end after the start. */
final class ScheduleRules {

    private ScheduleRules() {}

    static void wholeMinutes(LocalTime time) {
        if (!time.truncatedTo(ChronoUnit.MINUTES).equals(time)) {
            throw new IllegalArgumentException("a schedule counts in whole minutes");
        }
    }

    static void wholeMinutes(LocalDateTime start, LocalDateTime end) {
        wholeMinutes(start.toLocalTime());
        wholeMinutes(end.toLocalTime());
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("a schedule ends after it starts");
        }
    }

    static void wholeMinutes(Duration duration, Duration longest) {
        boolean whole = Duration.ofMinutes(duration.toMinutes()).equals(duration);
        if (!whole || duration.toMinutes() < 1 || duration.compareTo(longest) > 0) {
            throw new IllegalArgumentException("a duration is whole minutes, 1 to " + longest.toMinutes());
        }
    }

    static Set<DayOfWeek> days(Set<DayOfWeek> days) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a schedule needs at least one day");
        }
        return Set.copyOf(EnumSet.copyOf(days));
    }
}
