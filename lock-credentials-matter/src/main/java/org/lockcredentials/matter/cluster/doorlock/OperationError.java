package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Coded;

/** Why an operation failed (OperationErrorEnum, Matter Application Clusters 5.2.6). */
public enum OperationError implements Coded {
    UNSPECIFIED(0),
    INVALID_CREDENTIAL(1),
    DISABLED_USER_DENIED(2),
    /** A schedule does not allow it now. */
    RESTRICTED(3),
    INSUFFICIENT_BATTERY(4);

    private final int code;

    OperationError(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
