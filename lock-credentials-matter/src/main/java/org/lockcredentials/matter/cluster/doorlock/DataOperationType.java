package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Coded;

/** What is done, or was done, to data of the lock (DataOperationTypeEnum, Matter Application Clusters 5.2.6). */
public enum DataOperationType implements Coded {
    ADD(0),
    CLEAR(1),
    MODIFY(2);

    private final int code;

    DataOperationType(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
