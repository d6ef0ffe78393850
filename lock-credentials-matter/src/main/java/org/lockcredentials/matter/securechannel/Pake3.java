package org.lockcredentials.matter.securechannel;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tlv;

/**
 * Pake3: the commissioner's proof, section 4.14.1.2.
 *
 * @param confirmation cA, 32 bytes
 */
record Pake3(byte[] confirmation) {

    byte[] encode() {
        return Tlv.structure(to -> to.bytes(1, confirmation));
    }

    static Pake3 decode(byte... payload) throws DecodeException {
        return new Pake3(Fields.exactly(Pake2.CONFIRMATION, Tlv.decodeStructure(payload), 1));
    }
}
