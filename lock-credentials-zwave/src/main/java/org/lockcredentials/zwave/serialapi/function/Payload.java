package org.lockcredentials.zwave.serialapi.function;

import java.util.Arrays;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * The bytes of a command, which may hold a code: never shown, and wiped by whoever is done with them.
 *
 * @param bytes at most 255, belonging to the payload
 */
public record Payload(byte[] bytes) {

    public Payload {
        if (bytes.length > 0xFF) {
            throw new IllegalArgumentException("a command of " + bytes.length + " bytes does not fit a frame");
        }
    }

    static Payload decode(ByteReader in) throws DecodeException {
        return new Payload(in.bytes(in.u8()));
    }

    void encode(ByteWriter out) {
        out.u8(bytes.length).bytes(bytes);
    }

    /** Overwrites the bytes. */
    public void wipe() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "Payload[" + bytes.length + " bytes]";
    }
}
