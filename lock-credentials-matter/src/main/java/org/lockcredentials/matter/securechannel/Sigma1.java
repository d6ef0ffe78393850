package org.lockcredentials.matter.securechannel;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.Ccm;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.session.SessionParameters;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * Sigma1: asks a node of a fabric for a session, section 4.14.2.3.
 *
 * @param random 32 bytes
 * @param sessionId the initiator's number of the session to come
 * @param destinationId 32 bytes that name fabric and node
 * @param ephemeralPublicKey 65 bytes
 * @param resumption present if an earlier session may be resumed
 */
record Sigma1(
        byte[] random,
        int sessionId,
        byte[] destinationId,
        byte[] ephemeralPublicKey,
        SessionParameters parameters,
        Optional<Resumption> resumption) {

    static final int RANDOM = 32;
    static final int RESUMPTION_ID = 16;

    /**
     * Which session, and the proof of having been part of it.
     *
     * @param id 16 bytes
     * @param mic initiatorResumeMIC, 16 bytes
     */
    record Resumption(byte[] id, byte[] mic) {}

    byte[] encode() {
        return Tlv.structure(to -> {
            to.bytes(1, random).unsigned(2, sessionId).bytes(3, destinationId).bytes(4, ephemeralPublicKey);
            parameters.encode(5, to);
            resumption.ifPresent(earlier -> to.bytes(6, earlier.id).bytes(7, earlier.mic));
        });
    }

    static Sigma1 decode(byte... payload) throws DecodeException {
        TlvStructure struct = Tlv.decodeStructure(payload);
        return new Sigma1(
                Fields.exactly(RANDOM, struct, 1),
                struct.u16(2),
                Fields.exactly(32, struct, 3),
                Fields.exactly(P256PublicKey.SIZE, struct, 4),
                SessionParameters.decode(struct, 5, SessionParameters.DEFAULT),
                resumption(struct));
    }

    private static Optional<Resumption> resumption(TlvStructure struct) throws DecodeException {
        Optional<byte[]> id = Fields.optional(RESUMPTION_ID, RESUMPTION_ID, struct, 6);
        Optional<byte[]> mic = Fields.optional(Ccm.TAG, Ccm.TAG, struct, 7);
        if (id.isPresent() != mic.isPresent()) {
            throw new DecodeException("a resumption id without its proof, or the other way");
        }
        return id.map(bytes -> new Resumption(bytes, mic.orElseThrow()));
    }
}
