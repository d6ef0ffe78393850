package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Coded;

/** What the lock is built like (LockTypeEnum, Matter Application Clusters 5.2.6). */
public enum LockType implements Coded {
    DEAD_BOLT(0),
    MAGNETIC(1),
    OTHER(2),
    MORTISE(3),
    RIM(4),
    LATCH_BOLT(5),
    CYLINDRICAL_LOCK(6),
    TUBULAR_LOCK(7),
    INTERCONNECTED_LOCK(8),
    DEAD_LATCH(9),
    DOOR_FURNITURE(10),
    EUROCYLINDER(11);

    private final int code;

    LockType(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
