package org.lockcredentials.matter.cluster.operationalcredentials;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * What the node's maker vouches for (11.18.6.2).
 *
 * @param elements as they were signed, with the attestation challenge behind
 * @param signature 64 octets, by the device attestation key
 */
public record AttestationResponse(byte[] elements, byte[] signature) {

    static AttestationResponse decode(TlvStructure in) throws DecodeException {
        return new AttestationResponse(in.bytes(0), in.bytes(1));
    }
}
