package org.lockcredentials.examples.lockctl;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.lockcredentials.schedule.Schedule;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The words in which a schedule is given and shown:
 *
 * <pre>
 * weekday:DAYS,FROM-TO[,ZONE]     weekday:mon-fri,08:00-17:00,Europe/Zurich
 * yearday:FROM/TO[,ZONE]          yearday:2026-12-01T15:00/2026-12-05T11:00
 * daily:DAYS@FROM+DURATION[,ZONE] daily:mon,tue@22:00+PT8H
 * holiday:FROM/TO[,ZONE]          holiday:2026-12-24T00:00/2026-12-27T00:00
 * expiring:DURATION               expiring:PT2H
 * </pre>
 *
 * DAYS are {@code mon} to {@code sun}, single or as {@code mon-fri}, joined by commas. Without a zone, this machine's is meant.
 */
final class ScheduleText implements ITypeConverter<Schedule> {

    @Override
    public Schedule convert(String text) {
        return parse(text);
    }

    /** @throws TypeConversionException if {@code text} is not a schedule */
    static Schedule parse(String text) {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        try {
            return switch (text.substring(0, Math.max(0, colon))) {
                case "weekday" -> weekDay(rest);
                case "yearday" -> yearDay(rest);
                case "daily" -> daily(rest);
                case "holiday" -> holiday(rest);
                case "expiring" -> new Schedule.Expiring(Duration.parse(rest));
                default ->
                    throw new IllegalArgumentException(
                            "a schedule starts with weekday:, yearday:, daily:, holiday: or expiring:");
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new TypeConversionException("not a schedule: " + e.getMessage());
        }
    }

    static String format(Schedule schedule) {
        if (schedule instanceof Schedule.WeekDay s) {
            return "weekday:" + days(s.days()) + "," + s.start() + "-" + s.end() + "," + s.zone();
        } else if (schedule instanceof Schedule.YearDay s) {
            return "yearday:" + s.start() + "/" + s.end() + "," + s.zone();
        } else if (schedule instanceof Schedule.DailyRepeating s) {
            return "daily:" + days(s.days()) + "@" + s.start() + "+" + s.duration() + "," + s.zone();
        } else if (schedule instanceof Schedule.Holiday s) {
            return "holiday:" + s.start() + "/" + s.end() + "," + s.zone();
        } else if (schedule instanceof Schedule.Expiring s) {
            return "expiring:" + s.afterFirstUse();
        }
        throw new IllegalArgumentException("a schedule of a kind that has no words: " + schedule.kind());
    }

    private static Schedule weekDay(String text) {
        List<String> words = new ArrayList<>(List.of(text.split(",", -1)));
        ZoneId zone = takeZone(words);
        String[] times = two(words.remove(words.size() - 1), "-", "FROM-TO");
        return new Schedule.WeekDay(days(words), LocalTime.parse(times[0]), LocalTime.parse(times[1]), zone);
    }

    private static Schedule yearDay(String text) {
        List<String> words = new ArrayList<>(List.of(text.split(",", -1)));
        ZoneId zone = takeZone(words);
        String[] dates = two(String.join(",", words), "/", "FROM/TO");
        return new Schedule.YearDay(LocalDateTime.parse(dates[0]), LocalDateTime.parse(dates[1]), zone);
    }

    private static Schedule holiday(String text) {
        Schedule.YearDay dates = (Schedule.YearDay) yearDay(text);
        return new Schedule.Holiday(dates.start(), dates.end(), dates.zone());
    }

    private static Schedule daily(String text) {
        String[] halves = two(text, "@", "DAYS@FROM+DURATION");
        List<String> words = new ArrayList<>(List.of(halves[1].split(",", -1)));
        ZoneId zone = takeZone(words);
        String[] times = two(String.join(",", words), "\\+", "FROM+DURATION");
        return new Schedule.DailyRepeating(
                days(List.of(halves[0].split(",", -1))), LocalTime.parse(times[0]), Duration.parse(times[1]), zone);
    }

    /** Takes the last word off if it is a zone: a zone starts with a capital letter, everything else with a digit or a small one. */
    private static ZoneId takeZone(List<String> words) {
        String last = words.get(words.size() - 1);
        if (words.size() > 1 && !last.isEmpty() && Character.isUpperCase(last.charAt(0))) {
            words.remove(words.size() - 1);
            return ZoneId.of(last);
        }
        return ZoneId.systemDefault();
    }

    private static String[] two(String text, String separator, String form) {
        String[] parts = text.split(separator, -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("expected " + form);
        }
        return parts;
    }

    private static Set<DayOfWeek> days(List<String> words) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String word : words) {
            String[] ends = word.split("-", -1);
            DayOfWeek first = day(ends[0]);
            DayOfWeek last = ends.length == 1 ? first : day(two(word, "-", "DAY-DAY")[1]);
            for (DayOfWeek day = first; day != last; day = day.plus(1)) {
                days.add(day);
            }
            days.add(last);
        }
        return days;
    }

    private static DayOfWeek day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> shortName(day).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a day is mon, tue, wed, thu, fri, sat or sun"));
    }

    private static String days(Set<DayOfWeek> days) {
        return days.stream().sorted().map(ScheduleText::shortName).collect(Collectors.joining(","));
    }

    private static String shortName(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
