package org.lockcredentials.matter.message;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * A message without what is around it: the part that secure sessions encrypt, section 4.4.
 *
 * <p>The payload may hold a code, so {@link #toString()} shows its length only.
 *
 * @param payload belongs to the message
 */
public record Message(ProtocolHeader header, byte[] payload) {

    public byte[] encode() {
        ByteBuffer bytes = ByteBuffer.allocate(header.size() + payload.length);
        header.write(bytes);
        return bytes.put(payload).array();
    }

    public static Message decode(byte... plaintext) throws DecodeException {
        WireReader reader = WireReader.of(plaintext);
        ProtocolHeader header = ProtocolHeader.read(reader);
        return new Message(header, reader.rest());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Message that && header.equals(that.header) && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return 31 * header.hashCode() + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return "Message[%s, %d bytes]".formatted(header, payload.length);
    }
}
