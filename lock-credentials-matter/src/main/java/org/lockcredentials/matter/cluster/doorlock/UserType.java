package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Coded;

/** What a user may do, and when (UserTypeEnum, Matter Application Clusters 5.2.6). */
public enum UserType implements Coded {
    UNRESTRICTED(0),
    YEAR_DAY_SCHEDULE(1),
    WEEK_DAY_SCHEDULE(2),
    PROGRAMMING(3),
    NON_ACCESS(4),
    /** Opens, and raises a silent alarm. */
    FORCED(5),
    DISPOSABLE(6),
    EXPIRING(7),
    SCHEDULE_RESTRICTED(8),
    REMOTE_ONLY(9);

    private final int code;

    UserType(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
