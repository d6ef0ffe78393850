package org.lockcredentials.matter.securechannel;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.session.SessionParameters;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * PBKDFParamResponse: how the commissionee's passcode is stretched, section 4.14.1.2.
 *
 * @param initiatorRandom as asked, 32 bytes
 * @param random the commissionee's own 32 bytes
 * @param sessionId the commissionee's number of the session to come
 * @param stretching empty if the asker said that it has them
 */
record PbkdfParamResponse(
        byte[] initiatorRandom,
        byte[] random,
        int sessionId,
        Optional<Stretching> stretching,
        SessionParameters parameters) {

    private static final int RANDOM = PbkdfParamRequest.RANDOM;

    /**
     * Crypto_PBKDFParameterSet, section 3.9.
     *
     * @param iterations 1,000 to 100,000: a node may not make its commissioner work for longer
     * @param salt 16 to 32 bytes
     */
    record Stretching(int iterations, byte[] salt) {

        private static Stretching decode(TlvStructure struct) throws DecodeException {
            long iterations = struct.u32(1);
            if (iterations < 1_000 || iterations > 100_000) {
                throw new DecodeException(iterations + " iterations, not 1000 to 100000");
            }
            return new Stretching((int) iterations, Fields.between(16, 32, struct, 2));
        }
    }

    byte[] encode() {
        return Tlv.structure(to -> {
            to.bytes(1, initiatorRandom).bytes(2, random).unsigned(3, sessionId);
            stretching.ifPresent(set -> to.structure(
                    4, members -> members.unsigned(1, set.iterations).bytes(2, set.salt)));
            parameters.encode(5, to);
        });
    }

    /** @param known what holds for the commissionee as far as it does not say */
    static PbkdfParamResponse decode(byte[] payload, SessionParameters known) throws DecodeException {
        TlvStructure struct = Tlv.decodeStructure(payload);
        return new PbkdfParamResponse(
                Fields.exactly(RANDOM, struct, 1),
                Fields.exactly(RANDOM, struct, 2),
                struct.u16(3),
                struct.optional(4, set -> Stretching.decode(set.structure())),
                SessionParameters.decode(struct, 5, known));
    }
}
