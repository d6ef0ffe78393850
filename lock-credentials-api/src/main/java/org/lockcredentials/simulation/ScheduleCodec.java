package org.lockcredentials.simulation;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;

/** One schedule as bytes: its kind, then its fields with times as ISO text. */
final class ScheduleCodec {

    private ScheduleCodec() {}

    static void encode(ByteWriter to, Schedule schedule) {
        to.u8(schedule.kind().ordinal());
        if (schedule instanceof Schedule.WeekDay week) {
            to.u8(mask(week.days()));
            texts(to, week.start(), week.end(), week.zone());
        } else if (schedule instanceof Schedule.YearDay year) {
            texts(to, year.start(), year.end(), year.zone());
        } else if (schedule instanceof Schedule.DailyRepeating daily) {
            to.u8(mask(daily.days()));
            texts(to, daily.start(), daily.duration(), daily.zone());
        } else if (schedule instanceof Schedule.Holiday holiday) {
            texts(to, holiday.start(), holiday.end(), holiday.zone());
        } else if (schedule instanceof Schedule.Expiring expiring) {
            texts(to, expiring.afterFirstUse());
        }
    }

    static Schedule decode(ByteReader from) throws DecodeException {
        ScheduleKind kind = Fields.constant(from, ScheduleKind.class);
        try {
            return switch (kind) {
                case WEEK_DAY -> new Schedule.WeekDay(days(from), time(from), time(from), zone(from));
                case YEAR_DAY -> new Schedule.YearDay(dateTime(from), dateTime(from), zone(from));
                case DAILY_REPEATING -> new Schedule.DailyRepeating(days(from), time(from), duration(from), zone(from));
                case HOLIDAY -> new Schedule.Holiday(dateTime(from), dateTime(from), zone(from));
                case EXPIRING -> new Schedule.Expiring(duration(from));
            };
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw new DecodeException("not a schedule of kind " + kind);
        }
    }

    private static void texts(ByteWriter to, Object... fields) {
        for (Object field : fields) {
            Fields.text(to, field.toString());
        }
    }

    private static int mask(Set<DayOfWeek> days) {
        return days.stream().mapToInt(day -> 1 << day.ordinal()).sum();
    }

    private static Set<DayOfWeek> days(ByteReader from) throws DecodeException {
        int mask = from.u8();
        Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
        days.removeIf(day -> (mask & (1 << day.ordinal())) == 0);
        return days;
    }

    private static LocalTime time(ByteReader from) throws DecodeException {
        return LocalTime.parse(Fields.text(from));
    }

    private static LocalDateTime dateTime(ByteReader from) throws DecodeException {
        return LocalDateTime.parse(Fields.text(from));
    }

    private static Duration duration(ByteReader from) throws DecodeException {
        return Duration.parse(Fields.text(from));
    }

    private static ZoneId zone(ByteReader from) throws DecodeException {
        return ZoneId.of(Fields.text(from));
    }
}
