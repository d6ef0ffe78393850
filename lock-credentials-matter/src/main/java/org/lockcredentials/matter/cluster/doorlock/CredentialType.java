package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Coded;

/** What a credential is (CredentialTypeEnum, Matter Application Clusters 5.2.6). */
public enum CredentialType implements Coded {
    PROGRAMMING_PIN(0),
    PIN(1),
    RFID(2),
    FINGERPRINT(3),
    FINGER_VEIN(4),
    FACE(5),
    ALIRO_CREDENTIAL_ISSUER_KEY(6),
    ALIRO_EVICTABLE_ENDPOINT_KEY(7),
    ALIRO_NON_EVICTABLE_ENDPOINT_KEY(8);

    private final int code;

    CredentialType(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
