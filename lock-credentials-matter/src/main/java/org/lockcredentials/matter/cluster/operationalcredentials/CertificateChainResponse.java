package org.lockcredentials.matter.cluster.operationalcredentials;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * A certificate of the maker (11.18.6.4).
 *
 * @param certificate X.509, DER
 */
public record CertificateChainResponse(byte[] certificate) {

    static CertificateChainResponse decode(TlvStructure in) throws DecodeException {
        return new CertificateChainResponse(in.bytes(0));
    }
}
