package org.lockcredentials.zwave.command.usercode;

import java.util.Arrays;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;

/** The code in a report, with what locks put in its place if they do not tell it. */
public final class ReportedCode {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 10;

    private ReportedCode() {}

    /** All that is left without trailing zero bytes, or empty if nothing else is left. */
    static Optional<Secret> rest(ByteReader in) {
        byte[] field = in.rest();
        int length = field.length;
        while (length > 0 && field[length - 1] == 0) {
            length--;
        }
        byte[] code = Arrays.copyOf(field, length);
        Arrays.fill(field, (byte) 0);
        try {
            return length == 0 ? Optional.empty() : Optional.of(Secret.of(code));
        } finally {
            Arrays.fill(code, (byte) 0);
        }
    }

    /**
     * True if this is no code, but stands for one that is set and cannot be read back: asterisks, all of it or in part, or what no keypad can
     * enter (SDS13781 §4.115.1). Such a thing is never sent back.
     */
    public static boolean isMasked(Secret code) {
        return code.use(bytes -> {
            for (byte each : bytes) {
                if (each == '*' || each <= ' ' || each > '~') {
                    return true;
                }
            }
            return bytes.length < SHORTEST || bytes.length > LONGEST;
        });
    }
}
