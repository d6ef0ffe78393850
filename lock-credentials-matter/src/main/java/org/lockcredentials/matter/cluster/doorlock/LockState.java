package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Coded;

/** Where the bolt is (LockStateEnum, Matter Application Clusters 5.2.6). */
public enum LockState implements Coded {
    NOT_FULLY_LOCKED(0),
    LOCKED(1),
    UNLOCKED(2),
    UNLATCHED(3);

    private final int code;

    LockState(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
