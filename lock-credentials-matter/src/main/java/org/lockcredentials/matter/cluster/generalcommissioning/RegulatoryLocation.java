package org.lockcredentials.matter.cluster.generalcommissioning;

import org.lockcredentials.matter.cluster.Coded;

/** Where a radio is (RegulatoryLocationTypeEnum, 11.10.5.2). */
public enum RegulatoryLocation implements Coded {
    INDOOR(0),
    OUTDOOR(1),
    INDOOR_OUTDOOR(2);

    private final int code;

    RegulatoryLocation(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
