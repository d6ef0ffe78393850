package org.lockcredentials.matter.cluster.doorlock;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * How writing a credential went (5.2.10.21).
 *
 * @param status see {@link DoorLockStatus}, of which a lock may send others
 * @param userIndex of the user that the lock made
 * @param nextCredentialIndex the next one that is free
 */
public record SetCredentialResponse(int status, Optional<Integer> userIndex, Optional<Integer> nextCredentialIndex) {

    static SetCredentialResponse decode(TlvStructure in) throws DecodeException {
        return new SetCredentialResponse(in.u8(0), in.optional(1, TlvElement::u16), in.optional(2, TlvElement::u16));
    }
}
