package org.lockcredentials.zwave.lock.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.zwave.command.activeschedule.DailyRepetition;
import org.lockcredentials.zwave.command.activeschedule.ScheduleCapability;
import org.lockcredentials.zwave.command.activeschedule.ScheduleMoment;
import org.lockcredentials.zwave.command.activeschedule.YearDaySpan;

/** Entries as Active Schedule writes them (Active Schedule CC v1), and back where they are schedules at all. */
public final class ActiveScheduleTerms {

    private static final int LAST_YEAR = 0xFFFF;

    private ActiveScheduleTerms() {}

    /** The class definition limits neither the kinds of one target's schedules nor a duration; the lock has the last word. */
    public static Offer offer(ScheduleCapability capability) {
        Map<ScheduleKind, Integer> kinds = new EnumMap<>(Map.of(
                ScheduleKind.YEAR_DAY, capability.yearDaySlots(),
                ScheduleKind.DAILY_REPEATING, capability.dailyRepeatingSlots()));
        kinds.values().removeIf(count -> count == 0);
        return new Offer(kinds, true, Duration.ofDays(1), 1, LAST_YEAR);
    }

    public static YearDaySpan of(Entry.Year entry) {
        return new YearDaySpan(moment(entry.start()), moment(entry.stop()), nothing());
    }

    public static DailyRepetition of(Entry.Daily entry) {
        return new DailyRepetition(
                entry.days(),
                entry.start().getHour(),
                entry.start().getMinute(),
                (int) entry.length().toHours(),
                entry.length().toMinutesPart(),
                nothing());
    }

    public static Optional<Entry> entry(YearDaySpan told) {
        try {
            LocalDateTime start = time(told.start());
            LocalDateTime stop = time(told.stop());
            return stop.isAfter(start) ? Optional.of(new Entry.Year(start, stop)) : Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    public static Optional<Entry> entry(DailyRepetition told) {
        Duration length = Duration.ofHours(told.durationHours()).plusMinutes(told.durationMinutes());
        return length.isZero() || length.compareTo(Duration.ofDays(1)) > 0
                ? Optional.empty()
                : Optional.of(new Entry.Daily(told.days(), LocalTime.of(told.startHour(), told.startMinute()), length));
    }

    private static ScheduleMoment moment(LocalDateTime time) {
        return new ScheduleMoment(
                time.getYear(), time.getMonthValue(), time.getDayOfMonth(), time.getHour(), time.getMinute());
    }

    private static LocalDateTime time(ScheduleMoment moment) {
        return LocalDateTime.of(moment.year(), moment.month(), moment.day(), moment.hour(), moment.minute());
    }

    private static Secret nothing() {
        return Secret.of("");
    }
}
