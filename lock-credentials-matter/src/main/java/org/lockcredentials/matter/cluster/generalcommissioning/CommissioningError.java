package org.lockcredentials.matter.cluster.generalcommissioning;

import org.lockcredentials.matter.cluster.Coded;

/** Why a step of commissioning was refused (CommissioningErrorEnum, 11.10.5.1). */
public enum CommissioningError implements Coded {
    OK(0),
    VALUE_OUTSIDE_RANGE(1),
    INVALID_AUTHENTICATION(2),
    NO_FAIL_SAFE(3),
    BUSY_WITH_OTHER_ADMIN(4),
    /** Terms and conditions were not agreed to. */
    REQUIRED_TC_NOT_ACCEPTED(5),
    TC_ACKNOWLEDGEMENTS_NOT_RECEIVED(6),
    TC_MIN_VERSION_NOT_MET(7),
    /** Any other number. */
    UNKNOWN(255);

    private final int code;

    CommissioningError(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
