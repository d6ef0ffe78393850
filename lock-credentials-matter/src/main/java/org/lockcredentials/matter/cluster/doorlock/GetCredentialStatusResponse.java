package org.lockcredentials.matter.cluster.doorlock;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * Whether a place is taken, and by whom (5.2.10.23).
 *
 * @param nextCredentialIndex the next one that is taken
 */
public record GetCredentialStatusResponse(
        boolean credentialExists,
        Optional<Integer> userIndex,
        Optional<Integer> creatorFabricIndex,
        Optional<Integer> lastModifiedFabricIndex,
        Optional<Integer> nextCredentialIndex) {

    static GetCredentialStatusResponse decode(TlvStructure in) throws DecodeException {
        return new GetCredentialStatusResponse(
                in.bool(0),
                in.optional(1, TlvElement::u16),
                in.optional(2, TlvElement::u8),
                in.optional(3, TlvElement::u8),
                in.optional(4, TlvElement::u16));
    }
}
