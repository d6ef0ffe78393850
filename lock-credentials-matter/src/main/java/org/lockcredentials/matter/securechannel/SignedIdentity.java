package org.lockcredentials.matter.securechannel;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * Who a node is, signed: what Sigma2 and Sigma3 carry encrypted (sigma-2-tbedata, sigma-3-tbedata), section 4.14.2.3.
 *
 * @param noc the node's operational certificate in TLV
 * @param icac the certificate between it and the root, if there is one; some nodes without one send an empty string
 * @param signature 64 bytes over {@link #toBeSigned}
 * @param resumptionId 16 bytes by which the session may be resumed; in Sigma2 only
 */
record SignedIdentity(byte[] noc, Optional<byte[]> icac, byte[] signature, Optional<byte[]> resumptionId) {

    /** The largest certificate, section 6.1.3. */
    private static final int MAX_CERTIFICATE = 400;

    byte[] encode() {
        return Tlv.structure(to -> {
            to.bytes(1, noc);
            icac.ifPresent(certificate -> to.bytes(2, certificate));
            to.bytes(3, signature);
            resumptionId.ifPresent(id -> to.bytes(4, id));
        });
    }

    static SignedIdentity decode(byte... plaintext) throws DecodeException {
        TlvStructure struct = Tlv.decodeStructure(plaintext);
        return new SignedIdentity(
                Fields.between(1, MAX_CERTIFICATE, struct, 1),
                Fields.optional(0, MAX_CERTIFICATE, struct, 2),
                Fields.exactly(P256PublicKey.SIGNATURE, struct, 3),
                Fields.optional(Sigma1.RESUMPTION_ID, Sigma1.RESUMPTION_ID, struct, 4));
    }

    /** The certificate between the node's and the root; an empty string is none. */
    Optional<byte[]> intermediate() {
        return icac.filter(certificate -> certificate.length > 0);
    }

    /**
     * True if the node signed this identity, as it was received or, for there the nodes differ, without an empty certificate.
     *
     * @param signer the node's ephemeral public key
     * @param other the other end's
     */
    boolean isSignedBy(P256PublicKey key, byte[] signer, byte[] other) {
        return key.verifies(signature, toBeSigned(noc, icac, signer, other))
                || icac.isPresent()
                        && intermediate().isEmpty()
                        && key.verifies(signature, toBeSigned(noc, Optional.empty(), signer, other));
    }

    /**
     * What a node signs (sigma-2-tbsdata, sigma-3-tbsdata).
     *
     * @param signer the signer's ephemeral public key
     * @param other the other end's
     */
    static byte[] toBeSigned(byte[] noc, Optional<byte[]> icac, byte[] signer, byte[] other) {
        return Tlv.structure(to -> {
            to.bytes(1, noc);
            icac.ifPresent(certificate -> to.bytes(2, certificate));
            to.bytes(3, signer).bytes(4, other);
        });
    }
}
