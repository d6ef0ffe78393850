package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Coded;

/** How many credentials a user has to show (CredentialRuleEnum, Matter Application Clusters 5.2.6). */
public enum CredentialRule implements Coded {
    SINGLE(0),
    DUAL(1),
    TRI(2);

    private final int code;

    CredentialRule(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
