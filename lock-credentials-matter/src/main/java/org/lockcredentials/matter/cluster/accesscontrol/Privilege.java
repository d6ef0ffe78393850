package org.lockcredentials.matter.cluster.accesscontrol;

import org.lockcredentials.matter.cluster.Coded;

/** What somebody may do (AccessControlEntryPrivilegeEnum, 9.10.5.2). */
public enum Privilege implements Coded {
    VIEW(1),
    PROXY_VIEW(2),
    OPERATE(3),
    MANAGE(4),
    ADMINISTER(5);

    private final int code;

    Privilege(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
