package org.lockcredentials.matter.securechannel;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.tlv.Tlv;

/**
 * Pake1: the commissioner's share, section 4.14.1.2.
 *
 * @param share pA, 65 bytes
 */
record Pake1(byte[] share) {

    byte[] encode() {
        return Tlv.structure(to -> to.bytes(1, share));
    }

    static Pake1 decode(byte... payload) throws DecodeException {
        return new Pake1(Fields.exactly(P256PublicKey.SIZE, Tlv.decodeStructure(payload), 1));
    }
}
