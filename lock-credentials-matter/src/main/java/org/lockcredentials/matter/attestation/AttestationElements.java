package org.lockcredentials.matter.attestation;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * What a device signs of itself, Core specification section 11.18.4.6.
 *
 * @param declaration the certification declaration
 * @param nonce 32 bytes that it was asked with
 * @param timestamp seconds since the beginning of 2000, 0 for a device without clock
 * @param firmware what firmware it runs
 */
public record AttestationElements(byte[] declaration, byte[] nonce, long timestamp, Optional<byte[]> firmware) {

    public byte[] encode() {
        return Tlv.structure(out -> out.bytes(1, declaration)
                .bytes(2, nonce)
                .unsigned(3, timestamp)
                .optional(4, firmware, (to, tag, bytes) -> to.bytes(tag, bytes)));
    }

    public static AttestationElements decode(byte[] tlv) throws DecodeException {
        TlvStructure fields = Tlv.decodeStructure(tlv);
        return new AttestationElements(
                fields.bytes(1), fields.bytes(2), fields.u32(3), fields.optional(4, TlvElement::bytes));
    }
}
