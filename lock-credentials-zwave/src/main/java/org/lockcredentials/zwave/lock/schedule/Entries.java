package org.lockcredentials.zwave.lock.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lockcredentials.Finding;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;

/** The model's schedules as entries of a lock's slots, and back. */
public final class Entries {

    private static final String FIELD = "schedules";

    private Entries() {}

    /**
     * What the slots must hold, each once, in the order of the schedules. A week-day schedule takes one slot for each of its days.
     *
     * @throws LockCredentialException INVALID or UNSUPPORTED with all findings, or FULL
     */
    public static Set<Entry> of(List<Schedule> schedules, LockTimeZone lock, Offer offer) {
        List<Finding> findings = new ArrayList<>();
        Set<Entry> entries = new LinkedHashSet<>();
        for (Schedule schedule : schedules) {
            try {
                if (offer.slots(schedule.kind()) == 0) {
                    findings.add(Finding.unsupported(FIELD, "this lock has no schedules of kind " + schedule.kind()));
                } else {
                    entries.addAll(entries(schedule, lock, offer));
                }
            } catch (InexpressibleException reason) {
                findings.add(Finding.invalid(FIELD, String.valueOf(reason.getMessage())));
            }
        }
        Map<ScheduleKind, Long> counts =
                entries.stream().collect(Collectors.groupingBy(Entry::kind, Collectors.counting()));
        if (counts.size() > 1 && !offer.mixed()) {
            findings.add(Finding.invalid(FIELD, "a user of this lock has schedules of one kind at a time"));
        }
        if (!findings.isEmpty()) {
            throw LockCredentialException.refused(findings);
        }
        counts.forEach((kind, count) -> {
            if (count > offer.slots(kind)) {
                throw new LockCredentialException(
                        Reason.FULL,
                        "these schedules take " + count + " slots of kind " + kind + "; the lock has "
                                + offer.slots(kind) + " for each user");
            }
        });
        return entries;
    }

    private static List<? extends Entry> entries(Schedule schedule, LockTimeZone lock, Offer offer)
            throws InexpressibleException {
        if (schedule instanceof Schedule.WeekDay week) {
            return week(week, lock.ahead(week.zone()));
        } else if (schedule instanceof Schedule.YearDay year) {
            return List.of(year(year, lock, offer));
        } else if (schedule instanceof Schedule.DailyRepeating daily) {
            return List.of(daily(daily, lock.ahead(daily.zone()), offer));
        }
        throw new InexpressibleException("this lock has no schedules of kind " + schedule.kind());
    }

    private static List<Entry.Week> week(Schedule.WeekDay schedule, Duration ahead) throws InexpressibleException {
        LocalTime start = schedule.start().plus(ahead);
        LocalTime stop = schedule.end().plus(ahead);
        if (!stop.isAfter(start)) {
            throw new InexpressibleException("from " + schedule.start() + " to " + schedule.end() + " in "
                    + schedule.zone() + " reaches over midnight at the lock, which a week-day schedule cannot");
        }
        return shifted(schedule.days(), schedule.start(), ahead).stream()
                .map(day -> new Entry.Week(day, start, stop))
                .toList();
    }

    private static Entry.Daily daily(Schedule.DailyRepeating schedule, Duration ahead, Offer offer)
            throws InexpressibleException {
        if (schedule.duration().compareTo(offer.longestDay()) > 0) {
            throw new InexpressibleException("this lock's daily schedules last up to "
                    + offer.longestDay().toMinutes() + " minutes, not "
                    + schedule.duration().toMinutes());
        }
        return new Entry.Daily(
                shifted(schedule.days(), schedule.start(), ahead),
                schedule.start().plus(ahead),
                schedule.duration());
    }

    private static Entry.Year year(Schedule.YearDay schedule, LockTimeZone lock, Offer offer)
            throws InexpressibleException {
        LocalDateTime start = lock.local(schedule.start(), schedule.zone());
        LocalDateTime stop = lock.local(schedule.end(), schedule.zone());
        if (start.getYear() < offer.firstYear() || stop.getYear() > offer.lastYear()) {
            throw new InexpressibleException(
                    "this lock knows the years " + offer.firstYear() + " to " + offer.lastYear());
        }
        if (!stop.isAfter(start)) {
            throw new InexpressibleException("at the lock's clock this schedule would end before it starts");
        }
        return new Entry.Year(start, stop);
    }

    private static Set<DayOfWeek> shifted(Set<DayOfWeek> days, LocalTime start, Duration ahead) {
        long by = Math.floorDiv(start.toSecondOfDay() + ahead.toSeconds(), (long)
                Duration.ofDays(1).toSeconds());
        Set<DayOfWeek> shifted = EnumSet.noneOf(DayOfWeek.class);
        days.forEach(day -> shifted.add(day.plus(by)));
        return shifted;
    }

    /** Entries in the model's words; days of the week at the same time make one schedule. */
    public static List<Schedule> schedules(List<Entry> entries, ZoneId zone) {
        List<Schedule> schedules = new ArrayList<>();
        Map<Entry.Week, Set<DayOfWeek>> weeks = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Week week) {
                weeks.computeIfAbsent(
                                new Entry.Week(DayOfWeek.MONDAY, week.start(), week.stop()),
                                first -> EnumSet.noneOf(DayOfWeek.class))
                        .add(week.day());
            } else if (entry instanceof Entry.Year year) {
                schedules.add(new Schedule.YearDay(year.start(), year.stop(), zone));
            } else if (entry instanceof Entry.Daily daily) {
                schedules.add(new Schedule.DailyRepeating(daily.days(), daily.start(), daily.length(), zone));
            }
        }
        weeks.forEach((time, days) -> schedules.add(new Schedule.WeekDay(days, time.start(), time.stop(), zone)));
        return schedules;
    }
}
