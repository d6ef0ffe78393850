package org.lockcredentials.zwave.lock.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.zwave.command.scheduleentry.DailyRepeatingSchedule;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleSlots;
import org.lockcredentials.zwave.command.scheduleentry.WeekDaySchedule;
import org.lockcredentials.zwave.command.scheduleentry.YearDaySchedule;

/** Entries as Schedule Entry Lock writes them (SDS13781 §4.90.5, §4.90.8, §4.92.2), and back where they are schedules at all. */
public final class ScheduleEntryTerms {

    private static final int CENTURY = 2000;

    private ScheduleEntryTerms() {}

    /** A daily repeating schedule has 0 to 23 hours and 0 to 59 minutes, and no user has two kinds at a time. */
    public static Offer offer(ScheduleSlots.Report slots) {
        Map<ScheduleKind, Integer> kinds = new EnumMap<>(Map.of(
                ScheduleKind.WEEK_DAY, slots.weekDay(),
                ScheduleKind.YEAR_DAY, slots.yearDay(),
                ScheduleKind.DAILY_REPEATING, slots.dailyRepeating()));
        kinds.values().removeIf(count -> count == 0);
        return new Offer(kinds, false, Duration.ofHours(24).minusMinutes(1), CENTURY, CENTURY + 99);
    }

    public static WeekDaySchedule of(Entry.Week entry) {
        return new WeekDaySchedule(
                entry.day(),
                entry.start().getHour(),
                entry.start().getMinute(),
                entry.stop().getHour(),
                entry.stop().getMinute());
    }

    public static YearDaySchedule of(Entry.Year entry) {
        LocalDateTime start = entry.start();
        LocalDateTime stop = entry.stop();
        return new YearDaySchedule(
                start.getYear() - CENTURY,
                start.getMonthValue(),
                start.getDayOfMonth(),
                start.getHour(),
                start.getMinute(),
                stop.getYear() - CENTURY,
                stop.getMonthValue(),
                stop.getDayOfMonth(),
                stop.getHour(),
                stop.getMinute());
    }

    public static DailyRepeatingSchedule of(Entry.Daily entry) {
        return new DailyRepeatingSchedule(
                entry.days(),
                entry.start().getHour(),
                entry.start().getMinute(),
                (int) entry.length().toHours(),
                entry.length().toMinutesPart());
    }

    public static Optional<Entry> entry(WeekDaySchedule told) {
        LocalTime start = LocalTime.of(told.startHour(), told.startMinute());
        LocalTime stop = LocalTime.of(told.stopHour(), told.stopMinute());
        return stop.isAfter(start) ? Optional.of(new Entry.Week(told.day(), start, stop)) : Optional.empty();
    }

    public static Optional<Entry> entry(YearDaySchedule told) {
        try {
            LocalDateTime start = LocalDateTime.of(
                    CENTURY + told.startYear(),
                    told.startMonth(),
                    told.startDay(),
                    told.startHour(),
                    told.startMinute());
            LocalDateTime stop = LocalDateTime.of(
                    CENTURY + told.stopYear(), told.stopMonth(), told.stopDay(), told.stopHour(), told.stopMinute());
            return stop.isAfter(start) ? Optional.of(new Entry.Year(start, stop)) : Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    public static Optional<Entry> entry(DailyRepeatingSchedule told) {
        Duration length = Duration.ofHours(told.durationHours()).plusMinutes(told.durationMinutes());
        boolean isSchedule = !told.days().isEmpty() && !length.isZero() && length.compareTo(Duration.ofDays(1)) <= 0;
        return isSchedule
                ? Optional.of(new Entry.Daily(told.days(), LocalTime.of(told.startHour(), told.startMinute()), length))
                : Optional.empty();
    }
}
