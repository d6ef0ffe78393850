package org.lockcredentials.internal.bytes;

import java.util.Arrays;

/**
 * Appends unsigned big-endian fields to a growing byte string.
 *
 * <p>Buffers that are outgrown are wiped, since what is written may be a code.
 */
public final class ByteWriter {

    private byte[] bytes = new byte[32];
    private int size;

    /** Appends one byte. @throws IllegalArgumentException outside 0 to 255 */
    public ByteWriter u8(int value) {
        return append(value, 1);
    }

    /** Appends two bytes. @throws IllegalArgumentException outside 0 to 65,535 */
    public ByteWriter u16(int value) {
        return append(value, 2);
    }

    /** Appends four bytes. @throws IllegalArgumentException outside 0 to 4,294,967,295 */
    public ByteWriter u32(long value) {
        return append(value, 4);
    }

    public ByteWriter bytes(byte... more) {
        grow(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    public int size() {
        return size;
    }

    /** A copy of all that was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** All that was written; this writer is wiped and starts empty. */
    public byte[] takeBytes() {
        byte[] taken = toBytes();
        Arrays.fill(bytes, (byte) 0);
        size = 0;
        return taken;
    }

    private ByteWriter append(long value, int width) {
        if (value < 0 || value >>> (8 * width) != 0) {
            throw new IllegalArgumentException(value + " does not fit " + width + " bytes");
        }
        grow(width);
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    private void grow(int more) {
        if (size + more > bytes.length) {
            byte[] outgrown = bytes;
            bytes = Arrays.copyOf(outgrown, Math.max(2 * outgrown.length, size + more));
            Arrays.fill(outgrown, (byte) 0);
        }
    }
}
