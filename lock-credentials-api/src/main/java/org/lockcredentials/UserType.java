package org.lockcredentials;

/** What a user's credentials are good for. */
public enum UserType {
    /** Opens the lock at any time. */
    GENERAL,
    /** Opens the lock and may program it. */
    PROGRAMMING,
    /** Is recognised and reported, does not open the lock. */
    NON_ACCESS,
    /** Opens the lock and raises a silent alarm. */
    DURESS,
    /** Opens the lock once. */
    DISPOSABLE,
    /** Opens the lock for a time after the first use. */
    EXPIRING,
    /** Opens the lock remotely only. */
    REMOTE_ONLY,
    /** Opens the lock between dates. */
    YEAR_DAY,
    /** Opens the lock on days of the week. */
    WEEK_DAY,
    /** Opens the lock when any of its schedules says so. */
    SCHEDULE_RESTRICTED
}
