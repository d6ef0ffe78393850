package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Coded;

/** How an operation was asked for (OperationSourceEnum, Matter Application Clusters 5.2.6). */
public enum OperationSource implements Coded {
    UNSPECIFIED(0),
    MANUAL(1),
    PROPRIETARY_REMOTE(2),
    KEYPAD(3),
    AUTO(4),
    BUTTON(5),
    SCHEDULE(6),
    REMOTE(7),
    RFID(8),
    BIOMETRIC(9),
    ALIRO(10);

    private final int code;

    OperationSource(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
