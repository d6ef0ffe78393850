package org.lockcredentials.matter.cluster.operationalcredentials;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * A request for a certificate, signed by the maker's key (11.18.6.6).
 *
 * @param elements as they were signed, with the attestation challenge behind
 * @param signature 64 octets, by the device attestation key
 */
public record CsrResponse(byte[] elements, byte[] signature) {

    static CsrResponse decode(TlvStructure in) throws DecodeException {
        return new CsrResponse(in.bytes(0), in.bytes(1));
    }
}
