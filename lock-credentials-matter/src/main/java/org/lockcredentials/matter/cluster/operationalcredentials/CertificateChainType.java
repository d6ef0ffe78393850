package org.lockcredentials.matter.cluster.operationalcredentials;

import org.lockcredentials.matter.cluster.Coded;

/** Which certificate of the maker is meant (CertificateChainTypeEnum, 11.18.4.2). */
public enum CertificateChainType implements Coded {
    DAC(1),
    PAI(2);

    private final int code;

    CertificateChainType(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
