package org.lockcredentials.matter.cluster.operationalcredentials;

import org.lockcredentials.matter.cluster.Coded;

/** How a change of the fabrics went (NodeOperationalCertStatusEnum, 11.18.4.3). */
public enum NodeOperationalCertStatus implements Coded {
    OK(0),
    INVALID_PUBLIC_KEY(1),
    INVALID_NODE_OP_ID(2),
    INVALID_NOC(3),
    MISSING_CSR(4),
    TABLE_FULL(5),
    INVALID_ADMIN_SUBJECT(6),
    /** The node is in this fabric already. */
    FABRIC_CONFLICT(9),
    LABEL_CONFLICT(10),
    INVALID_FABRIC_INDEX(11),
    /** Any other number. */
    UNKNOWN(255);

    private final int code;

    NodeOperationalCertStatus(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
