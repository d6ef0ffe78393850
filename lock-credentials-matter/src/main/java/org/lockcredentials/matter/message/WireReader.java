package org.lockcredentials.matter.message;

import java.util.Arrays;
import org.lockcredentials.internal.bytes.DecodeException;

/** Reads little-endian fields from the front of a byte string; every read is checked against what is left. */
public final class WireReader {

    private final byte[] bytes;
    private int position;

    private WireReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads the given bytes without copying them. */
    public static WireReader of(byte... bytes) {
        return new WireReader(bytes);
    }

    /** Bytes read so far. */
    public int position() {
        return position;
    }

    /** Bytes not read yet. */
    public int remaining() {
        return bytes.length - position;
    }

    /** One byte, 0 to 255. */
    public int u8() throws DecodeException {
        return (int) unsigned(1);
    }

    /** Two bytes, 0 to 65,535. */
    public int u16() throws DecodeException {
        return (int) unsigned(2);
    }

    /** Four bytes, 0 to 4,294,967,295. */
    public long u32() throws DecodeException {
        return unsigned(4);
    }

    /** Eight bytes, of which the highest bit is the sign. */
    public long u64() throws DecodeException {
        return unsigned(8);
    }

    /** Steps over {@code count} bytes. */
    public void skip(int count) throws DecodeException {
        need(count);
        position += count;
    }

    /** A copy of all that is left, possibly empty. */
    public byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, position, bytes.length);
        position = bytes.length;
        return rest;
    }

    private long unsigned(int width) throws DecodeException {
        need(width);
        long value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = value << 8 | bytes[position + i] & 0xFF;
        }
        position += width;
        return value;
    }

    private void need(int count) throws DecodeException {
        if (count > remaining()) {
            throw new DecodeException("needs " + count + " more bytes, has " + remaining());
        }
    }
}
