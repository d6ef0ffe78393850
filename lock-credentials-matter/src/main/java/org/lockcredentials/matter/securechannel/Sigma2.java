package org.lockcredentials.matter.securechannel;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.session.SessionParameters;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * Sigma2: the node's answer, with its proof of identity encrypted, section 4.14.2.3.
 *
 * @param random 32 bytes
 * @param sessionId the node's number of the session to come
 * @param ephemeralPublicKey 65 bytes
 * @param encrypted {@link SignedIdentity}
 */
record Sigma2(byte[] random, int sessionId, byte[] ephemeralPublicKey, byte[] encrypted, SessionParameters parameters) {

    byte[] encode() {
        return Tlv.structure(to -> {
            to.bytes(1, random)
                    .unsigned(2, sessionId)
                    .bytes(3, ephemeralPublicKey)
                    .bytes(4, encrypted);
            parameters.encode(5, to);
        });
    }

    /** @param known what holds for the node as far as it does not say */
    static Sigma2 decode(byte[] payload, SessionParameters known) throws DecodeException {
        TlvStructure struct = Tlv.decodeStructure(payload);
        return new Sigma2(
                Fields.exactly(Sigma1.RANDOM, struct, 1),
                struct.u16(2),
                Fields.exactly(P256PublicKey.SIZE, struct, 3),
                struct.bytes(4),
                SessionParameters.decode(struct, 5, known));
    }
}
