package org.lockcredentials.matter.cluster.timesynchronization;

import org.lockcredentials.matter.cluster.Coded;

/** Where a time came from (TimeSourceEnum, 11.17.6.2), as far as a controller says so. */
public enum TimeSource implements Coded {
    NONE(0),
    UNKNOWN(1),
    ADMIN(2);

    private final int code;

    TimeSource(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
