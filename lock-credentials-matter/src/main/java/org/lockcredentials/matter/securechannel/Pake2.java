package org.lockcredentials.matter.securechannel;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * Pake2: the commissionee's share and its proof, section 4.14.1.2.
 *
 * @param share pB, 65 bytes
 * @param confirmation cB, 32 bytes
 */
record Pake2(byte[] share, byte[] confirmation) {

    static final int CONFIRMATION = 32;

    byte[] encode() {
        return Tlv.structure(to -> to.bytes(1, share).bytes(2, confirmation));
    }

    static Pake2 decode(byte... payload) throws DecodeException {
        TlvStructure struct = Tlv.decodeStructure(payload);
        return new Pake2(Fields.exactly(P256PublicKey.SIZE, struct, 1), Fields.exactly(CONFIRMATION, struct, 2));
    }
}
