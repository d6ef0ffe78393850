package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Coded;

/** Who may operate the lock, and from where (OperatingModeEnum, Matter Application Clusters 5.2.6). */
public enum OperatingMode implements Coded {
    NORMAL(0),
    VACATION(1),
    PRIVACY(2),
    NO_REMOTE_LOCK_UNLOCK(3),
    PASSAGE(4);

    private final int code;

    OperatingMode(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
