package org.lockcredentials.zwave.command;

import java.util.Arrays;
import java.util.HexFormat;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Bytes that everybody may see and that never change: nonces, public keys, ciphertexts. */
public final class Octets {

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy. */
    public static Octets of(byte... bytes) {
        return new Octets(bytes.clone());
    }

    public static Octets read(ByteReader in, int length) throws DecodeException {
        return new Octets(in.bytes(length));
    }

    public static Octets rest(ByteReader in) {
        return new Octets(in.rest());
    }

    public void write(ByteWriter out) {
        out.bytes(bytes);
    }

    /** A copy. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    /** The byte at {@code index}, 0 to 255. */
    public int at(int index) {
        return bytes[index] & 0xFF;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
