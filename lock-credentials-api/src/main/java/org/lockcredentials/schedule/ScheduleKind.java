package org.lockcredentials.schedule;

/** The kinds of schedule that a lock may have. */
public enum ScheduleKind {
    WEEK_DAY,
    YEAR_DAY,
    DAILY_REPEATING,
    HOLIDAY,
    EXPIRING
}
