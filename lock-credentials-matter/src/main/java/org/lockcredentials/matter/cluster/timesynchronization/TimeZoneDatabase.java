package org.lockcredentials.matter.cluster.timesynchronization;

import org.lockcredentials.matter.cluster.Coded;

/** Which zones a node knows by their names (TimeZoneDatabaseEnum, 11.17.6.3). */
public enum TimeZoneDatabase implements Coded {
    FULL(0),
    PARTIAL(1),
    NONE(2);

    private final int code;

    TimeZoneDatabase(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
