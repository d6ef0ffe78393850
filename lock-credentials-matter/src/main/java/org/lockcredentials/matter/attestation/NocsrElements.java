package org.lockcredentials.matter.attestation;

import java.util.Arrays;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.certificate.CertificateSigningRequest;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * A device's request for a node certificate, Core specification section 11.18.4.8.
 *
 * @param request PKCS #10
 * @param nonce 32 bytes that it was asked with
 */
public record NocsrElements(byte[] request, byte[] nonce) {

    public byte[] encode() {
        return Tlv.structure(out -> out.bytes(1, request).bytes(2, nonce));
    }

    public static NocsrElements decode(byte[] tlv) throws DecodeException {
        TlvStructure fields = Tlv.decodeStructure(tlv);
        return new NocsrElements(fields.bytes(1), fields.bytes(2));
    }

    /**
     * The key that a node certificate is asked for, once all that vouches for it was checked, section 6.4.6.1.
     *
     * @param elements as they came
     * @param signature 64 bytes by the device's key
     * @param challenge of the session that they came in
     * @throws DecodeException if the request is malformed, not this device's, or not the answer to this question
     */
    public static P256PublicKey verify(
            byte[] elements, byte[] signature, P256PublicKey deviceKey, Secret challenge, byte[] nonce)
            throws DecodeException {
        NocsrElements decoded = decode(elements);
        if (!Arrays.equals(decoded.nonce, nonce)) {
            throw new DecodeException("a request that answers another question");
        }
        if (!challenge.use(bytes -> deviceKey.verifies(signature, elements, bytes))) {
            throw new DecodeException("a request that the device did not sign");
        }
        return CertificateSigningRequest.decode(decoded.request).publicKey();
    }
}
