package org.lockcredentials.zwave.command.security2;

import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.Range;

/**
 * Message Encapsulation (0x03), Security 2 CC v1 (SDS13783 §3.6.5.3).
 *
 * @param sequenceNumber 0 to 255
 * @param flags as on the wire but for the one that {@code extensions} says itself; reserved ones are authenticated, so they are kept
 * @param extensions those in the clear
 * @param ciphertext encrypted extensions, command and tag
 */
public record S2Message(int sequenceNumber, int flags, List<Extension> extensions, Octets ciphertext)
        implements Command {
    public static final CommandType<S2Message> TYPE =
            CommandType.of(S2Message.class, CommandClass.SECURITY_2, 0x03, S2Message::decode);

    /** Flag: the plaintext begins with extensions. */
    public static final int ENCRYPTED_EXTENSIONS = 0x02;

    /** Bytes before extensions and ciphertext. */
    public static final int HEADER = 4;

    private static final int EXTENSIONS = 0x01;

    public S2Message {
        Range.u8("sequence number", sequenceNumber);
        Range.check("flags", flags & ~0xFE, 0, 0);
        extensions = List.copyOf(extensions);
    }

    static S2Message decode(ByteReader in) throws DecodeException {
        int sequenceNumber = in.u8();
        int flags = in.u8();
        List<Extension> extensions = (flags & EXTENSIONS) != 0 ? Extension.read(in) : List.of();
        return new S2Message(sequenceNumber, flags & ~EXTENSIONS, extensions, Octets.rest(in));
    }

    /** Sequence number, flags and extensions in the clear: what is authenticated and not encrypted. */
    public void encodeHeader(ByteWriter out) {
        out.u8(sequenceNumber).u8(flags | (extensions.isEmpty() ? 0 : EXTENSIONS));
        Extension.write(out, extensions);
    }

    @Override
    public void encodeFields(ByteWriter out) {
        encodeHeader(out);
        ciphertext.write(out);
    }

    /** Bytes of the whole command. */
    public int length() {
        return HEADER + Extension.length(extensions) + ciphertext.length();
    }

    public boolean hasEncryptedExtensions() {
        return (flags & ENCRYPTED_EXTENSIONS) != 0;
    }

    @Override
    public CommandType<S2Message> type() {
        return TYPE;
    }
}
