package org.lockcredentials.matter.securechannel;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tlv;

/**
 * Sigma3: the initiator's proof of identity, section 4.14.2.3.
 *
 * @param encrypted {@link SignedIdentity}
 */
record Sigma3(byte[] encrypted) {

    byte[] encode() {
        return Tlv.structure(to -> to.bytes(1, encrypted));
    }

    static Sigma3 decode(byte... payload) throws DecodeException {
        return new Sigma3(Tlv.decodeStructure(payload).bytes(1));
    }
}
