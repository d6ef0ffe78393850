package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Coded;

/** What the bolt did, or was to do (LockOperationTypeEnum, Matter Application Clusters 5.2.6). */
public enum LockOperationType implements Coded {
    LOCK(0),
    UNLOCK(1),
    NON_ACCESS_USER_EVENT(2),
    FORCED_USER_EVENT(3),
    UNLATCH(4);

    private final int code;

    LockOperationType(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
