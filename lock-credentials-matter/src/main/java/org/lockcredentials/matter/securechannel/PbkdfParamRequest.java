package org.lockcredentials.matter.securechannel;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.session.SessionParameters;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * PBKDFParamRequest: asks a commissionee how its passcode is stretched, section 4.14.1.2.
 *
 * @param random 32 bytes
 * @param sessionId the initiator's number of the session to come
 * @param passcodeId 0 for the setup passcode
 * @param hasParameters true if the answer may leave the parameters out
 */
record PbkdfParamRequest(
        byte[] random, int sessionId, int passcodeId, boolean hasParameters, SessionParameters parameters) {

    static final int RANDOM = 32;

    byte[] encode() {
        return Tlv.structure(to -> {
            to.bytes(1, random).unsigned(2, sessionId).unsigned(3, passcodeId).bool(4, hasParameters);
            parameters.encode(5, to);
        });
    }

    static PbkdfParamRequest decode(byte... payload) throws DecodeException {
        TlvStructure struct = Tlv.decodeStructure(payload);
        return new PbkdfParamRequest(
                Fields.exactly(RANDOM, struct, 1),
                struct.u16(2),
                struct.u16(3),
                struct.bool(4),
                SessionParameters.decode(struct, 5, SessionParameters.DEFAULT));
    }
}
