package org.lockcredentials.matter.cluster.administratorcommissioning;

import org.lockcredentials.matter.cluster.Coded;

/** Why a window could not be opened or closed: the cluster's own status (StatusCodeEnum, 11.19.6.1). */
public enum WindowError implements Coded {
    /** It is open already, or somebody commissions the node. */
    BUSY(2),
    PAKE_PARAMETER_ERROR(3),
    WINDOW_NOT_OPEN(4);

    private final int code;

    WindowError(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
