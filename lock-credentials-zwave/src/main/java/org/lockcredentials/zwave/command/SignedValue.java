package org.lockcredentials.zwave.command;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Two's complement values of 1, 2 or 4 bytes (SDS13781, signed field encoding). */
public final class SignedValue {

    private SignedValue() {}

    /** @throws IllegalArgumentException if a value cannot have this size */
    public static int checkSize(int size) {
        if (size != 1 && size != 2 && size != 4) {
            throw new IllegalArgumentException("size is " + size + ", not 1, 2 or 4");
        }
        return size;
    }

    /** The smallest size that holds the value. */
    public static int size(int value) {
        if (value == (byte) value) {
            return 1;
        }
        return value == (short) value ? 2 : 4;
    }

    public static int decode(ByteReader in, int size) throws DecodeException {
        return switch (checkSize(size)) {
            case 1 -> (byte) in.u8();
            case 2 -> (short) in.u16();
            default -> (int) in.u32();
        };
    }

    public static void encode(ByteWriter out, int value, int size) {
        switch (checkSize(size)) {
            case 1 -> out.u8(value & 0xFF);
            case 2 -> out.u16(value & 0xFFFF);
            default -> out.u32(value & 0xFFFF_FFFFL);
        }
    }
}
