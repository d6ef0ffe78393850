package org.lockcredentials.matter.setup;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import org.lockcredentials.Secret;

/** Which numbers are passcodes, and how one is held: as a secret of eight decimal digits (Matter Core 5.1.1.6, 5.1.7.1). */
public final class Passcode {

    static final int LONGEST = 99_999_998;
    private static final int DIGITS = 8;

    /** Those of one digit eight times are found by a rule. */
    private static final Set<Integer> COUNTED = Set.of(12_345_678, 87_654_321);

    private static final int ONE_OF_EACH = 11_111_111;

    private Passcode() {}

    /** Whether a device may have this passcode: 1 to 99,999,998 and none of those that anybody tries first. */
    public static boolean isValid(int value) {
        return value >= 1 && value <= LONGEST && value % ONE_OF_EACH != 0 && !COUNTED.contains(value);
    }

    /** Whether these are the digits of a valid passcode, leading zeros included or left out. */
    public static boolean isValid(Secret digits) {
        return digits.isAsciiDigits() && digits.length() <= DIGITS && isValid(number(digits));
    }

    /** @throws IllegalArgumentException if no device may have it; the message does not tell the number */
    public static Secret of(int value) {
        if (!isValid(value)) {
            throw new IllegalArgumentException("no device may have this passcode");
        }
        byte[] digits = new byte[DIGITS];
        int left = value;
        for (int i = DIGITS - 1; i >= 0; i--) {
            digits[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        try {
            return Secret.of(digits);
        } finally {
            Arrays.fill(digits, (byte) 0);
        }
    }

    /** A passcode for a window that this controller opens; each one is as likely as the others. */
    public static Secret random(SecureRandom random) {
        int value = 0;
        while (!isValid(value)) {
            value = 1 + random.nextInt(LONGEST);
        }
        return of(value);
    }

    /** The number of up to eight digits. */
    static int number(Secret digits) {
        return digits.use(each -> {
            int value = 0;
            for (byte digit : each) {
                value = 10 * value + digit - '0';
            }
            return value;
        });
    }
}
