package org.lockcredentials.matter.securechannel;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

/** Fields that a handshake has exactly one size for, or none above. */
final class Fields {

    private Fields() {}

    static byte[] exactly(int size, TlvStructure struct, int tag) throws DecodeException {
        return between(size, size, struct.bytes(tag), tag);
    }

    static byte[] between(int least, int most, TlvStructure struct, int tag) throws DecodeException {
        return between(least, most, struct.bytes(tag), tag);
    }

    static Optional<byte[]> optional(int least, int most, TlvStructure struct, int tag) throws DecodeException {
        Optional<byte[]> bytes = struct.optional(tag, TlvElement::bytes);
        return bytes.isPresent() ? Optional.of(between(least, most, bytes.get(), tag)) : bytes;
    }

    private static byte[] between(int least, int most, byte[] bytes, int tag) throws DecodeException {
        if (bytes.length < least || bytes.length > most) {
            throw new DecodeException("field " + tag + " has " + bytes.length + " bytes, not " + least + " to " + most);
        }
        return bytes;
    }
}
