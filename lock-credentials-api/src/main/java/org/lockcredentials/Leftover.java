package org.lockcredentials;

import org.lockcredentials.schedule.ScheduleKind;

/** Something that an operation which failed half-way had put on the lock and could not take back. */
public sealed interface Leftover {

    /** A user that is still there. */
    record LeftUser(int index) implements Leftover {}

    /** A credential that is still there. */
    record LeftCredential(int userIndex, Credential credential) implements Leftover {}

    /** A schedule that is still there. */
    record LeftSchedule(int userIndex, ScheduleKind kind, int slot) implements Leftover {}
}
