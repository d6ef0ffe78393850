package org.lockcredentials.zwave.command.security2;

import java.util.ArrayList;
import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.Range;

/**
 * What a Security 2 message carries besides its command (SDS13783 §3.6.5.3, Extension Object).
 *
 * @param type 0 to 63
 * @param critical whether a receiver that does not know the type discards the message
 * @param content up to 253 bytes
 */
public record Extension(int type, boolean critical, Octets content) {

    /** Sender's entropy, 16 bytes, in the clear. */
    public static final int SPAN = 1;
    /** Group and inner multicast state, 17 bytes, encrypted. */
    public static final int MPAN = 2;
    /** Multicast group, 1 byte, in the clear. */
    public static final int MGRP = 3;
    /** The multicast state of the last follow-up is missing; nothing, in the clear. */
    public static final int MOS = 4;

    private static final int MORE_TO_FOLLOW = 0x80;
    private static final int CRITICAL = 0x40;
    private static final int HEADER = 2;

    public Extension {
        Range.check("extension type", type, 0, 0x3F);
        Range.check("length of extension", content.length(), 0, 0xFF - HEADER);
    }

    /** Sender's entropy. */
    public static Extension span(Octets senderEntropy) {
        return new Extension(SPAN, true, senderEntropy);
    }

    /** The multicast state of the last follow-up is missing. */
    public static Extension multicastOutOfSync() {
        return new Extension(MOS, false, Octets.of());
    }

    /** Bytes of the objects on the wire. */
    public static int length(List<Extension> extensions) {
        return extensions.stream()
                .mapToInt(each -> HEADER + each.content.length())
                .sum();
    }

    /** Reads objects up to the one that says it is the last. */
    public static List<Extension> read(ByteReader in) throws DecodeException {
        List<Extension> extensions = new ArrayList<>();
        int flags;
        do {
            int length = in.u8() - HEADER;
            flags = in.u8();
            extensions.add(new Extension(flags & 0x3F, (flags & CRITICAL) != 0, Octets.read(in, length)));
        } while ((flags & MORE_TO_FOLLOW) != 0);
        return extensions;
    }

    /** Writes the objects as {@link #read} reads them; none writes nothing. */
    public static void write(ByteWriter out, List<Extension> extensions) {
        for (int i = 0; i < extensions.size(); i++) {
            Extension each = extensions.get(i);
            int more = i + 1 < extensions.size() ? MORE_TO_FOLLOW : 0;
            out.u8(HEADER + each.content.length()).u8(more | (each.critical ? CRITICAL : 0) | each.type);
            each.content.write(out);
        }
    }
}
