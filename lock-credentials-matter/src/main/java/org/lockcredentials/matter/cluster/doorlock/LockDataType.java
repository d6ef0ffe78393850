package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Coded;

/** Which data of the lock changed (LockDataTypeEnum, Matter Application Clusters 5.2.6). */
public enum LockDataType implements Coded {
    UNSPECIFIED(0),
    PROGRAMMING_CODE(1),
    USER_INDEX(2),
    WEEK_DAY_SCHEDULE(3),
    YEAR_DAY_SCHEDULE(4),
    HOLIDAY_SCHEDULE(5),
    PIN(6),
    RFID(7),
    FINGERPRINT(8),
    FINGER_VEIN(9),
    FACE(10),
    ALIRO_CREDENTIAL_ISSUER_KEY(11),
    ALIRO_EVICTABLE_ENDPOINT_KEY(12),
    ALIRO_NON_EVICTABLE_ENDPOINT_KEY(13);

    private final int code;

    LockDataType(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
