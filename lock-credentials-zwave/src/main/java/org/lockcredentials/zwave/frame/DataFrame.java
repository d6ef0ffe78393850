package org.lockcredentials.zwave.frame;

import java.util.Arrays;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * A Serial API command or its answer (INS12350 §5.4).
 *
 * <p>The parameters may hold a code, so {@link #toString()} shows their length only and {@link #wipe()} clears them.
 *
 * @param type request or response
 * @param function the Serial API Command ID, 0 to 255
 * @param parameters at most {@value #MAX_PARAMETERS} bytes, belonging to the frame
 */
public record DataFrame(Type type, int function, byte[] parameters) implements Frame {

    /** As many as the one-byte Length field leaves beside itself, Type and Command ID. */
    public static final int MAX_PARAMETERS = 252;

    /** Length, Type and Command ID: the least that the Length field can count. */
    static final int MIN_LENGTH = 3;

    /** The Type field (INS12350 §5.4.3). */
    public enum Type {
        /** A request, a callback, or unsolicited. */
        REQUEST,
        /** The direct answer to a request. */
        RESPONSE
    }

    public DataFrame {
        if (function < 0 || function > 0xFF) {
            throw new IllegalArgumentException("a function is 0 to 255, not " + function);
        }
        if (parameters.length > MAX_PARAMETERS) {
            throw new IllegalArgumentException(parameters.length + " parameter bytes do not fit a frame");
        }
    }

    public static DataFrame request(int function, byte... parameters) {
        return new DataFrame(Type.REQUEST, function, parameters);
    }

    public static DataFrame response(int function, byte... parameters) {
        return new DataFrame(Type.RESPONSE, function, parameters);
    }

    @Override
    public byte[] encode() {
        byte[] bytes = new ByteWriter()
                .u8(SOF)
                .u8(MIN_LENGTH + parameters.length)
                .u8(type.ordinal())
                .u8(function)
                .bytes(parameters)
                .u8(0)
                .takeBytes();
        bytes[bytes.length - 1] = (byte) checksum(bytes, 1, bytes.length - 1);
        return bytes;
    }

    /**
     * Reads what follows the SOF: Length, Type, Command ID, parameters and checksum, nothing more.
     *
     * @throws DecodeException if the length or the checksum does not fit, or the type is reserved
     */
    public static DataFrame decode(byte... afterSof) throws DecodeException {
        ByteReader reader = ByteReader.of(afterSof);
        int length = reader.u8();
        if (length < MIN_LENGTH || length != reader.remaining()) {
            throw new DecodeException("length field says " + length + ", " + reader.remaining() + " bytes follow");
        }
        if (!checksumFits(afterSof)) {
            throw new DecodeException("checksum does not fit");
        }
        int type = reader.u8();
        if (type >= Type.values().length) {
            throw new DecodeException("type " + type + " is reserved");
        }
        return new DataFrame(Type.values()[type], reader.u8(), reader.bytes(length - MIN_LENGTH));
    }

    /** True if the last byte is the checksum of those before it (INS12350 §5.4.6). */
    static boolean checksumFits(byte... afterSof) {
        int last = afterSof.length - 1;
        return checksum(afterSof, 0, last) == (afterSof[last] & 0xFF);
    }

    private static int checksum(byte[] bytes, int from, int to) {
        int checksum = 0xFF;
        for (int i = from; i < to; i++) {
            checksum ^= bytes[i] & 0xFF;
        }
        return checksum;
    }

    /** Overwrites the parameters. */
    public void wipe() {
        Arrays.fill(parameters, (byte) 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataFrame that
                && type == that.type
                && function == that.function
                && Arrays.equals(parameters, that.parameters);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * type.hashCode() + function) + Arrays.hashCode(parameters);
    }

    @Override
    public String toString() {
        return "DataFrame[%s 0x%02X, %d bytes]".formatted(type, function, parameters.length);
    }
}
