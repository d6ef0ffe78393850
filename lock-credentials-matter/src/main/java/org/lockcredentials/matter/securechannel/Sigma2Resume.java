package org.lockcredentials.matter.securechannel;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.Ccm;
import org.lockcredentials.matter.session.SessionParameters;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * Sigma2_Resume: the node goes on with an earlier session's secret, section 4.14.2.3.
 *
 * @param resumptionId 16 bytes by which the new session may be resumed in turn
 * @param mic resume2MIC, 16 bytes: the node's proof of having been part of the earlier session
 * @param sessionId the node's number of the session to come
 */
record Sigma2Resume(byte[] resumptionId, byte[] mic, int sessionId, SessionParameters parameters) {

    byte[] encode() {
        return Tlv.structure(to -> {
            to.bytes(1, resumptionId).bytes(2, mic).unsigned(3, sessionId);
            parameters.encode(4, to);
        });
    }

    /** @param known what holds for the node as far as it does not say */
    static Sigma2Resume decode(byte[] payload, SessionParameters known) throws DecodeException {
        TlvStructure struct = Tlv.decodeStructure(payload);
        return new Sigma2Resume(
                Fields.exactly(Sigma1.RESUMPTION_ID, struct, 1),
                Fields.exactly(Ccm.TAG, struct, 2),
                struct.u16(3),
                SessionParameters.decode(struct, 4, known));
    }
}
