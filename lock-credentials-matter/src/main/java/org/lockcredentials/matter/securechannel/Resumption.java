package org.lockcredentials.matter.securechannel;

import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * What both ends of a CASE session keep so that the next one costs no certificates, section 4.14.2.2.1.
 *
 * @param id 16 bytes
 * @param sharedSecret 32 bytes
 */
record Resumption(byte[] id, Secret sharedSecret) {

    private static final int SHARED_SECRET = 32;

    Secret encode() {
        return Secret.taking(Tlv.structure(to -> to.bytes(1, id).secret(2, sharedSecret)));
    }

    /** What was kept, or nothing if it cannot be read: the next session then costs more, and no more than that. */
    static Optional<Resumption> decode(byte... kept) {
        try {
            TlvStructure struct = Tlv.decodeStructure(kept);
            byte[] id = Fields.exactly(Sigma1.RESUMPTION_ID, struct, 1);
            Secret shared = struct.secret(2);
            return shared.length() == SHARED_SECRET ? Optional.of(new Resumption(id, shared)) : Optional.empty();
        } catch (DecodeException unreadable) {
            return Optional.empty();
        }
    }
}
