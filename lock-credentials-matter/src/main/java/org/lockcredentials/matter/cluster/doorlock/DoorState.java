package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Coded;

/** What the door's sensor says (DoorStateEnum, Matter Application Clusters 5.2.6). */
public enum DoorState implements Coded {
    OPEN(0),
    CLOSED(1),
    JAMMED(2),
    FORCED_OPEN(3),
    UNSPECIFIED_ERROR(4),
    AJAR(5);

    private final int code;

    DoorState(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
