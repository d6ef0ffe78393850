package org.lockcredentials.matter.cluster.accesscontrol;

import org.lockcredentials.matter.cluster.Coded;

/** How somebody proves who it is (AccessControlEntryAuthModeEnum, 9.10.5.3). */
public enum AuthMode implements Coded {
    PASE(1),
    CASE(2),
    GROUP(3);

    private final int code;

    AuthMode(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
