package org.lockcredentials.matter.cluster.administratorcommissioning;

import org.lockcredentials.matter.cluster.Coded;

/** Whether another administrator may commission the node (CommissioningWindowStatusEnum, 11.19.5.1). */
public enum WindowStatus implements Coded {
    NOT_OPEN(0),
    ENHANCED_OPEN(1),
    BASIC_OPEN(2);

    private final int code;

    WindowStatus(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
