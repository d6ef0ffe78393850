package org.lockcredentials.internal.bytes;

import java.util.Arrays;

/** Reads unsigned big-endian fields from the front of a byte string; every read is checked against what is left. */
public final class ByteReader {

    private final byte[] bytes;
    private final int end;
    private int position;

    private ByteReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    /** Reads the given bytes without copying them; the caller leaves them as they are until the reader is done. */
    public static ByteReader of(byte... bytes) {
        return new ByteReader(bytes, 0, bytes.length);
    }

    /** Bytes not read yet. */
    public int remaining() {
        return end - position;
    }

    public boolean isEmpty() {
        return position == end;
    }

    /** One byte, 0 to 255. */
    public int u8() throws DecodeException {
        need(1);
        return bytes[position++] & 0xFF;
    }

    /** Two bytes, 0 to 65,535. */
    public int u16() throws DecodeException {
        need(2);
        return (u8() << 8) | u8();
    }

    /** Four bytes, 0 to 4,294,967,295. */
    public long u32() throws DecodeException {
        need(4);
        return ((long) u16() << 16) | u16();
    }

    /** A copy of the next {@code count} bytes. */
    public byte[] bytes(int count) throws DecodeException {
        need(count);
        position += count;
        return Arrays.copyOfRange(bytes, position - count, position);
    }

    /** A copy of all that is left, possibly empty. */
    public byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, position, end);
        position = end;
        return rest;
    }

    /** A reader over the next {@code count} bytes, which this reader steps over. */
    public ByteReader slice(int count) throws DecodeException {
        need(count);
        position += count;
        return new ByteReader(bytes, position - count, position);
    }

    /** Steps over {@code count} bytes. */
    public void skip(int count) throws DecodeException {
        need(count);
        position += count;
    }

    private void need(int count) throws DecodeException {
        if (count < 0 || count > remaining()) {
            throw new DecodeException("needs " + count + " more bytes, has " + remaining());
        }
    }
}
