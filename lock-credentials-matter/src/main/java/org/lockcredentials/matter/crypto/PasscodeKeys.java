package org.lockcredentials.matter.crypto;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.lockcredentials.Secret;

/**
 * What both ends of SPAKE2+ make of a passcode, Core specification section 3.10: w0 and w1. Closing wipes them.
 *
 * @param w0 32 bytes, which the commissionee keeps too
 * @param w1 32 bytes, which only those have who know the passcode
 */
public record PasscodeKeys(Secret w0, Secret w1) implements AutoCloseable {

    /** Bytes of PBKDF2 output behind each key: eight more than the group's, so that the remainder is even. */
    private static final int WIDE = Curve.FIELD + 8;

    /**
     * Derives the keys.
     *
     * @param passcode the decimal digits of the passcode, 1 to 99999998, with or without leading zeros
     * @param salt 16 to 32 bytes
     * @param iterations 1,000 to 100,000
     * @throws IllegalArgumentException for a passcode of anything but 1 to 8 digits
     */
    public static PasscodeKeys derive(Secret passcode, byte[] salt, int iterations) {
        try (Secret number = littleEndian(passcode);
                Secret wide = Kdf.pbkdf2(number, salt, iterations, 2 * WIDE)) {
            return wide.use(bytes -> new PasscodeKeys(reduced(bytes, 0), reduced(bytes, WIDE)));
        }
    }

    /** The verifier of the passcode, which opens a commissioning window without telling the passcode itself: w0 and L = w1 · P. */
    public PasscodeVerifier verifier() {
        BigInteger scalar = w1.use(Curve::scalar);
        return new PasscodeVerifier(w0.copy(), Curve.encode(Curve.multiply(Curve.generator(), scalar)));
    }

    @Override
    public void close() {
        w0.wipe();
        w1.wipe();
    }

    private static Secret littleEndian(Secret passcode) {
        if (!passcode.isAsciiDigits() || passcode.length() > 8) {
            throw new IllegalArgumentException("a passcode is 1 to 8 digits");
        }
        return passcode.use(digits -> {
            int number = 0;
            for (byte digit : digits) {
                number = 10 * number + digit - '0';
            }
            return Secret.taking(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(number)
                    .array());
        });
    }

    private static Secret reduced(byte[] wide, int from) {
        byte[] part = Arrays.copyOfRange(wide, from, from + WIDE);
        BigInteger scalar = Curve.scalar(part).mod(Curve.ORDER);
        Arrays.fill(part, (byte) 0);
        return Secret.taking(Curve.encode(scalar));
    }
}
