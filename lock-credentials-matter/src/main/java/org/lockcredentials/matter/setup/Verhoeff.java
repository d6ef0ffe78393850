package org.lockcredentials.matter.setup;

/** Verhoeff's check digit over decimal digits, which finds each single wrong digit and each swap of neighbours. */
final class Verhoeff {

    private static final int[] PERMUTATION = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    /** The permutation repeats after so many steps. */
    private static final int PERIOD = 8;

    private Verhoeff() {}

    /** The digit, 0 to 9, to be put behind the first {@code count} digits, each 0 to 9. */
    static int checkDigit(int[] digits, int count) {
        int check = 0;
        for (int i = 0; i < count; i++) {
            check = product(check, permuted(digits[count - 1 - i], i + 1));
        }
        return check < 5 ? (5 - check) % 5 : check;
    }

    /** Whether the last digit is the check digit of those before. */
    static boolean holds(int[] digits) {
        return checkDigit(digits, digits.length - 1) == digits[digits.length - 1];
    }

    /** The operation of the dihedral group of ten elements: 0 to 4 turn a pentagon, 5 to 9 turn it and flip it. */
    private static int product(int a, int b) {
        int turn = a < 5 ? a + b % 5 : a - b % 5;
        return Math.floorMod(turn, 5) + (a < 5 == b < 5 ? 0 : 5);
    }

    private static int permuted(int digit, int times) {
        int result = digit;
        for (int i = 0; i < times % PERIOD; i++) {
            result = PERMUTATION[result];
        }
        return result;
    }
}
