package org.lockcredentials.internal.plan;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lockcredentials.schedule.Schedule;

/**
 * What schedules come to, however they are cut: a lock may keep each day of the week as an entry of its own, and tell all of them in its own
 * zone.
 */
record Hours(Set<Object> spans) {

    private static final Instant IN_WINTER = Instant.parse("2026-01-15T00:00:00Z");
    private static final Instant IN_SUMMER = Instant.parse("2026-07-15T00:00:00Z");
    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    /** A time of every week: minutes of the week in UTC at which it starts in January and in July, and how many it lasts. */
    private record Weekly(int inWinter, int inSummer, long minutes) {}

    private record Between(Instant start, Instant end) {}

    private record Closed(Instant start, Instant end) {}

    static Hours of(List<Schedule> schedules) {
        Set<Object> spans = new HashSet<>();
        for (Schedule schedule : schedules) {
            if (schedule instanceof Schedule.WeekDay each) {
                Duration time = Duration.between(each.start(), each.end());
                each.days().forEach(day -> spans.add(weekly(day, each.start(), time, each.zone())));
            } else if (schedule instanceof Schedule.DailyRepeating each) {
                each.days().forEach(day -> spans.add(weekly(day, each.start(), each.duration(), each.zone())));
            } else if (schedule instanceof Schedule.YearDay each) {
                spans.add(new Between(
                        each.start().atZone(each.zone()).toInstant(),
                        each.end().atZone(each.zone()).toInstant()));
            } else if (schedule instanceof Schedule.Holiday each) {
                spans.add(new Closed(
                        each.start().atZone(each.zone()).toInstant(),
                        each.end().atZone(each.zone()).toInstant()));
            } else {
                spans.add(schedule);
            }
        }
        return new Hours(spans);
    }

    private static Weekly weekly(DayOfWeek day, LocalTime start, Duration time, ZoneId zone) {
        int local = (day.getValue() - 1) * DAY + start.getHour() * 60 + start.getMinute();
        return new Weekly(universal(local, zone, IN_WINTER), universal(local, zone, IN_SUMMER), time.toMinutes());
    }

    private static int universal(int local, ZoneId zone, Instant when) {
        return Math.floorMod(local - zone.getRules().getOffset(when).getTotalSeconds() / 60, WEEK);
    }
}
