package org.lockcredentials.matter.setup;

import java.util.Arrays;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;

/** A pairing code that a person types: 11 digits, or 21 with vendor and product, the last one a check digit (Matter Core 5.1.4). */
final class ManualCode {

    private static final int SHORT = 11;
    private static final int LONG = 21;

    /** Of the first digit: vendor and product follow. */
    private static final int IDS_FOLLOW = 4;

    /** Bits of the passcode in the second group of digits; the rest is in the third. */
    private static final int LOWER_BITS = 14;

    private static final int LOWER = (1 << LOWER_BITS) - 1;

    private static final int HIGHEST_ID = 0xFFFF;

    private ManualCode() {}

    static SetupPayload decode(Secret code) throws DecodeException {
        int[] digits = digits(code);
        try {
            if (digits.length != SHORT && digits.length != LONG) {
                throw new DecodeException("a manual pairing code has 11 or 21 digits, not " + digits.length);
            }
            if (!Verhoeff.holds(digits)) {
                throw new DecodeException("the check digit of the manual pairing code is wrong");
            }
            int first = digits[0];
            if (first > 7 || (first & IDS_FOLLOW) != 0 != (digits.length == LONG)) {
                throw new DecodeException("the first digit does not fit a manual pairing code of " + digits.length);
            }
            int second = number(digits, 1, 5);
            int discriminator = (first & 3) << 2 | second >> LOWER_BITS;
            int passcode = number(digits, 6, 4) << LOWER_BITS | second & LOWER;
            if (discriminator > 0xF || !Passcode.isValid(passcode)) {
                throw new DecodeException("no device may have the passcode of this manual pairing code");
            }
            boolean isLong = digits.length == LONG;
            return new SetupPayload(
                    Discriminator.ofShort(discriminator),
                    Passcode.of(passcode),
                    isLong ? CommissioningFlow.CUSTOM : CommissioningFlow.STANDARD,
                    Optional.empty(),
                    isLong ? id(number(digits, 10, 5)) : Optional.empty(),
                    isLong ? id(number(digits, 15, 5)) : Optional.empty());
        } finally {
            Arrays.fill(digits, 0);
        }
    }

    static Secret encode(SetupPayload payload) {
        boolean isLong = payload.flow() != CommissioningFlow.STANDARD;
        int[] digits = new int[isLong ? LONG : SHORT];
        int discriminator = payload.discriminator().toShort().value();
        int passcode = Passcode.number(payload.passcode());
        put(digits, 0, 1, discriminator >> 2 | (isLong ? IDS_FOLLOW : 0));
        put(digits, 1, 5, (discriminator & 3) << LOWER_BITS | passcode & LOWER);
        put(digits, 6, 4, passcode >> LOWER_BITS);
        if (isLong) {
            put(digits, 10, 5, payload.vendorId().orElse(0));
            put(digits, 15, 5, payload.productId().orElse(0));
        }
        digits[digits.length - 1] = Verhoeff.checkDigit(digits, digits.length - 1);
        byte[] text = new byte[digits.length];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) ('0' + digits[i]);
        }
        try {
            return Secret.of(text);
        } finally {
            Arrays.fill(text, (byte) 0);
            Arrays.fill(digits, 0);
        }
    }

    /** The digits without what people put between them. */
    private static int[] digits(Secret code) throws DecodeException {
        byte[] text = code.use(byte[]::clone);
        int[] digits = new int[LONG + 1];
        int count = 0;
        try {
            for (byte character : text) {
                boolean isDigit = character >= '0' && character <= '9';
                if (!isDigit
                        && character != '-'
                        && character != ' '
                        && character != '\t'
                        && character != '\n'
                        && character != '\r') {
                    throw new DecodeException("neither a QR code nor a manual pairing code");
                }
                if (isDigit && count < digits.length) {
                    digits[count++] = character - '0';
                }
            }
            return Arrays.copyOf(digits, count);
        } finally {
            Arrays.fill(text, (byte) 0);
            Arrays.fill(digits, 0);
        }
    }

    private static Optional<Integer> id(int value) throws DecodeException {
        if (value > HIGHEST_ID) {
            throw new DecodeException("an identifier in a manual pairing code is at most " + HIGHEST_ID);
        }
        return Optional.of(value).filter(id -> id != 0);
    }

    private static int number(int[] digits, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            value = 10 * value + digits[i];
        }
        return value;
    }

    private static void put(int[] digits, int from, int count, int value) {
        int left = value;
        for (int i = from + count - 1; i >= from; i--) {
            digits[i] = left % 10;
            left /= 10;
        }
    }
}
