package org.lockcredentials.zwave.command;

import org.lockcredentials.Secret;

/** Ranges of fields, checked where a command is made; a message names the field and never shows a code. */
public final class Range {

    private Range() {}

    public static int u8(String field, int value) {
        return check(field, value, 0, 0xFF);
    }

    public static int u16(String field, int value) {
        return check(field, value, 0, 0xFFFF);
    }

    public static int u24(String field, int value) {
        return check(field, value, 0, 0xFFFFFF);
    }

    /** @throws IllegalArgumentException if the value is outside {@code least} to {@code most} */
    public static int check(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + " is " + value + ", not " + least + " to " + most);
        }
        return value;
    }

    /** @throws IllegalArgumentException if the secret has fewer than {@code least} or more than {@code most} bytes */
    public static void length(String field, Secret secret, int least, int most) {
        check("length of " + field, secret.length(), least, most);
    }
}
