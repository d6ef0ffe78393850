package org.lockcredentials.matter.cluster.timesynchronization;

import org.lockcredentials.matter.cluster.Coded;

/** How exact a time is (GranularityEnum, 11.17.6.1). */
public enum Granularity implements Coded {
    NONE(0),
    MINUTES(1),
    SECONDS(2),
    MILLISECONDS(3),
    MICROSECONDS(4);

    private final int code;

    Granularity(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
