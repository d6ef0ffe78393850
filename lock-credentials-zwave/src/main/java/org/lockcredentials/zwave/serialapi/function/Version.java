package org.lockcredentials.zwave.serialapi.function;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Get Version (0x15), the response (INS13954 §4.3.2.18).
 *
 * @param text such as {@code Z-Wave 6.08}
 * @param library 1 static controller, 7 bridge controller, and others
 */
public record Version(String text, int library) {

    private static final int TEXT_LENGTH = 12;

    static Version decode(ByteReader in, NodeIdBase base) throws DecodeException {
        // Twelve bytes by the specification; some modules end the text earlier or later, always with its zero.
        StringBuilder text = new StringBuilder();
        int character = in.u8();
        while (character != 0) {
            text.append((char) character);
            character = in.u8();
        }
        return new Version(text.toString(), in.u8());
    }

    public void encode(ByteWriter out) {
        out.bytes(Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), TEXT_LENGTH))
                .u8(library);
    }
}
