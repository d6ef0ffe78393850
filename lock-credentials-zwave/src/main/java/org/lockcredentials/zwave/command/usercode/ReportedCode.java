package org.lockcredentials.zwave.command.usercode;

import java.util.Arrays;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;

/** The code in a report, with what locks put in its place if they do not tell it. */
public final class ReportedCode {

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

    /** True if every character is an asterisk: a code is set and cannot be read back (SDS13781 §4.115.1). */
    public static boolean isMasked(Secret code) {
        return code.use(bytes -> {
            int others = 0;
            for (byte each : bytes) {
                others |= each ^ '*';
            }
            return bytes.length > 0 && others == 0;
        });
    }
}
