package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Coded;

/** Statuses that answers of the cluster carry, those of its own among them (StatusCodeEnum, Matter Application Clusters 5.2.7.1). */
public enum DoorLockStatus implements Coded {
    SUCCESS(0),
    FAILURE(1),
    DUPLICATE(2),
    OCCUPIED(3),
    INVALID_FIELD(0x85),
    RESOURCE_EXHAUSTED(0x89),
    NOT_FOUND(0x8B);

    private final int code;

    DoorLockStatus(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
