package org.lockcredentials.zwave.command;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Days of the week as schedules count them: Sunday is 0 and the lowest bit, Saturday is 6 (SDS13781 §4.92). */
public final class WeekDays {

    private static final int EVERY_DAY = 0x7F;

    private WeekDays() {}

    public static int number(DayOfWeek day) {
        return day.getValue() % 7;
    }

    /** The day of a number from 0 to 6. */
    public static DayOfWeek day(int number) {
        return number == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(Range.check("day of week", number, 0, 6));
    }

    public static int mask(Set<DayOfWeek> days) {
        return days.stream().mapToInt(day -> 1 << number(day)).sum();
    }

    /** The days of a mask; its highest bit is reserved. */
    public static Set<DayOfWeek> days(int mask) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((mask & EVERY_DAY & 1 << number(day)) != 0) {
                days.add(day);
            }
        }
        return Collections.unmodifiableSet(days);
    }
}
