package org.lockcredentials.zwave.security;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.lockcredentials.Secret;

/**
 * One line of the text form of {@link NetworkKeys}, read where it lies: a string of a key could not be wiped.
 *
 * @param text all of it, which stays the caller's
 * @param from where the line begins
 * @param to where it ends
 * @param number for messages, from 1
 */
record KeyLine(byte[] text, int from, int to, int number) {

    private static final int KEY = 16;

    KeyLine {
        while (from < to && text[from] <= ' ') {
            from++;
        }
        while (from < to && text[to - 1] <= ' ') {
            to--;
        }
    }

    /** True if nothing is in it but a comment. */
    boolean isEmpty() {
        return from == to || text[from] == '#';
    }

    SecurityClass securityClass() {
        String name = new String(text, from, equalSign() - from, StandardCharsets.US_ASCII);
        return SecurityClass.named(name.strip()).orElseThrow(this::wrong);
    }

    /** A copy of the key. */
    Secret key() {
        int at = equalSign() + 1;
        while (at < to && text[at] == ' ') {
            at++;
        }
        if (to - at != 2 * KEY) {
            throw wrong();
        }
        byte[] key = new byte[KEY];
        try {
            for (int i = 0; i < KEY; i++) {
                key[i] = (byte) (digit(at + 2 * i) << 4 | digit(at + 2 * i + 1));
            }
            return Secret.of(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("line " + number + " " + what);
    }

    private IllegalArgumentException wrong() {
        return wrong("is not the name of a security class, = and 32 hexadecimal digits");
    }

    private int equalSign() {
        for (int i = from; i < to; i++) {
            if (text[i] == '=') {
                return i;
            }
        }
        throw wrong();
    }

    private int digit(int at) {
        int value = Character.digit(text[at], 16);
        if (value < 0) {
            throw wrong();
        }
        return value;
    }

    /** The number of the line, and no key. */
    @Override
    public String toString() {
        return "KeyLine[" + number + "]";
    }
}
