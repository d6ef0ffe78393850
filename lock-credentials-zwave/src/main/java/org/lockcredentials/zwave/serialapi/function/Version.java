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

    /** The bridge controller library, which has the bridge variants of Send Data. */
    public static final int BRIDGE_CONTROLLER = 7;

    private static final int TEXT_LENGTH = 12;

    static Version decode(ByteReader in, NodeIdBase base) throws DecodeException {
        // Twelve bytes with their terminating zero, but some modules leave the text as long as it is.
        byte[] text = in.bytes(Math.max(0, Math.min(TEXT_LENGTH, in.remaining() - 1)));
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new Version(new String(text, 0, end, StandardCharsets.US_ASCII), in.u8());
    }

    public void encode(ByteWriter out) {
        out.bytes(Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), TEXT_LENGTH))
                .u8(library);
    }
}
