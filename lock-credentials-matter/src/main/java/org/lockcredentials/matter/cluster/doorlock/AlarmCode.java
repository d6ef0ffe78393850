package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Coded;

/** What an alarm is about (AlarmCodeEnum, Matter Application Clusters 5.2.6). */
public enum AlarmCode implements Coded {
    LOCK_JAMMED(0),
    LOCK_FACTORY_RESET(1),
    LOCK_RADIO_POWER_CYCLED(3),
    WRONG_CODE_ENTRY_LIMIT(4),
    FRONT_ESCUTCHEON_REMOVED(5),
    DOOR_FORCED_OPEN(6),
    DOOR_AJAR(7),
    /** A user entered under duress. */
    FORCED_USER(8);

    private final int code;

    AlarmCode(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
