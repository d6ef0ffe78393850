package org.lockcredentials.zwave.command;

import java.util.Arrays;
import org.lockcredentials.internal.bytes.ByteWriter;

/**
 * What a piece of data adds to a {@link CrcCcitt checksum}, from which the data cannot be had back: pieces join to the checksum of all.
 *
 * <p>The remainder of two pieces is that of the first, moved on by the length of the second, plus that of the second: a CRC is linear.
 *
 * @param remainder of the piece alone, with the initial value 0
 * @param length in bytes
 */
public record CrcPiece(int remainder, int length) {

    public static final CrcPiece NOTHING = new CrcPiece(0, 0);

    /** All that was written; the writer and its bytes are wiped. */
    public static CrcPiece ofSecret(ByteWriter data) {
        byte[] bytes = data.takeBytes();
        CrcPiece piece = new CrcPiece(CrcCcitt.of(0, bytes), bytes.length);
        Arrays.fill(bytes, (byte) 0);
        return piece;
    }

    /** This piece and one that follows it. */
    public CrcPiece then(CrcPiece next) {
        return new CrcPiece(moved(remainder, next.length) ^ next.remainder, length + next.length);
    }

    /** The checksum of just this, 0 if it is nothing. */
    public int checksum() {
        return length == 0 ? 0 : moved(CrcCcitt.INITIAL, length) ^ remainder;
    }

    private static int moved(int remainder, int bytes) {
        return CrcCcitt.of(remainder, new byte[bytes]);
    }
}
