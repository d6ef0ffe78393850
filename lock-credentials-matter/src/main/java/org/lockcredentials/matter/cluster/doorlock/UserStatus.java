package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Coded;

/** Whether a user index is taken (UserStatusEnum, Matter Application Clusters 5.2.6). */
public enum UserStatus implements Coded {
    AVAILABLE(0),
    OCCUPIED_ENABLED(1),
    OCCUPIED_DISABLED(3);

    private final int code;

    UserStatus(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
