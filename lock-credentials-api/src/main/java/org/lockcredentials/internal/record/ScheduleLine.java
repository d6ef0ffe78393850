package org.lockcredentials.internal.record;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;

/** One schedule as a line of a record: its kind, then its fields in their ISO form; days of the week by number, Monday is 1. */
final class ScheduleLine {

    private ScheduleLine() {}

    static List<String> encode(Schedule schedule) {
        return Stream.concat(Stream.of(schedule.kind()), fields(schedule))
                .map(Object::toString)
                .toList();
    }

    private static Stream<Object> fields(Schedule schedule) {
        if (schedule instanceof Schedule.WeekDay week) {
            return Stream.of(digits(week.days()), week.start(), week.end(), week.zone());
        }
        if (schedule instanceof Schedule.YearDay year) {
            return Stream.of(year.start(), year.end(), year.zone());
        }
        if (schedule instanceof Schedule.DailyRepeating daily) {
            return Stream.of(digits(daily.days()), daily.start(), daily.duration(), daily.zone());
        }
        if (schedule instanceof Schedule.Holiday holiday) {
            return Stream.of(holiday.start(), holiday.end(), holiday.zone());
        }
        return Stream.of(((Schedule.Expiring) schedule).afterFirstUse());
    }

    static Schedule decode(List<String> words) throws DecodeException {
        ScheduleKind kind = Lines.constant(ScheduleKind.class, words.isEmpty() ? "" : words.get(0));
        int fields = switch (kind) {
            case WEEK_DAY, DAILY_REPEATING -> 4;
            case YEAR_DAY, HOLIDAY -> 3;
            case EXPIRING -> 1;
        };
        if (words.size() != fields + 1) {
            throw new DecodeException("a record holds a schedule without all its fields");
        }
        try {
            return decode(kind, words);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw new DecodeException("a record holds a schedule that is none");
        }
    }

    private static Schedule decode(ScheduleKind kind, List<String> words) {
        return switch (kind) {
            case WEEK_DAY ->
                new Schedule.WeekDay(
                        days(words.get(1)),
                        LocalTime.parse(words.get(2)),
                        LocalTime.parse(words.get(3)),
                        ZoneId.of(words.get(4)));
            case YEAR_DAY ->
                new Schedule.YearDay(
                        LocalDateTime.parse(words.get(1)), LocalDateTime.parse(words.get(2)), ZoneId.of(words.get(3)));
            case DAILY_REPEATING ->
                new Schedule.DailyRepeating(
                        days(words.get(1)),
                        LocalTime.parse(words.get(2)),
                        Duration.parse(words.get(3)),
                        ZoneId.of(words.get(4)));
            case HOLIDAY ->
                new Schedule.Holiday(
                        LocalDateTime.parse(words.get(1)), LocalDateTime.parse(words.get(2)), ZoneId.of(words.get(3)));
            case EXPIRING -> new Schedule.Expiring(Duration.parse(words.get(1)));
        };
    }

    private static String digits(Set<DayOfWeek> days) {
        StringBuilder digits = new StringBuilder();
        days.stream().sorted().forEach(day -> digits.append(day.getValue()));
        return digits.toString();
    }

    private static Set<DayOfWeek> days(String digits) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        digits.chars().forEach(digit -> days.add(DayOfWeek.of(digit - '0')));
        return days;
    }
}
