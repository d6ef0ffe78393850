package org.lockcredentials.matter.tlv;

import java.util.Arrays;
import java.util.function.Consumer;
import org.lockcredentials.internal.bytes.DecodeException;

/** Whole encodings, to and from trees (Matter Core Specification, appendix A). */
public final class Tlv {

    private Tlv() {}

    /**
     * Reads the one element that {@code bytes} holds, whose tag is dropped.
     *
     * @throws DecodeException if it is not well-formed, nests deeper than {@value TlvReader#MAX_DEPTH} or anything is left over
     */
    public static TlvElement decode(byte[] bytes) throws DecodeException {
        return decodeMember(bytes).element();
    }

    /** {@link #decode} of a structure. */
    public static TlvStructure decodeStructure(byte[] bytes) throws DecodeException {
        return decode(bytes).structure();
    }

    /** {@link #decode} with the tag, which is not a context tag. */
    public static TlvMember decodeMember(byte[] bytes) throws DecodeException {
        return new TlvReader(bytes).whole();
    }

    /** The shortest encoding, with no tag. */
    public static byte[] encode(TlvElement element) {
        return new TlvWriter().element(Tag.ANONYMOUS, element).takeBytes();
    }

    /** A structure with no tag. */
    public static byte[] structure(Consumer<TlvWriter> members) {
        return new TlvWriter().structure(Tag.ANONYMOUS, members).takeBytes();
    }

    /** A structure as it would be read, for what is to stand inside another; the caller wipes it if it holds a code. */
    public static TlvStructure tree(Consumer<TlvWriter> members) {
        byte[] encoded = structure(members);
        try {
            return decodeStructure(encoded);
        } catch (DecodeException unreadable) {
            throw new IllegalArgumentException("what was written is not TLV", unreadable);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }
}
