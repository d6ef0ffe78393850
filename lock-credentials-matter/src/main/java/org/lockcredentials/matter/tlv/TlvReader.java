package org.lockcredentials.matter.tlv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvElement.Bool;
import org.lockcredentials.matter.tlv.TlvElement.Bytes;
import org.lockcredentials.matter.tlv.TlvElement.FloatingPoint;
import org.lockcredentials.matter.tlv.TlvElement.Null;
import org.lockcredentials.matter.tlv.TlvElement.SignedInt;
import org.lockcredentials.matter.tlv.TlvElement.UnsignedInt;
import org.lockcredentials.matter.tlv.TlvElement.Utf8;

/** Reads a tree from bytes that nobody vouches for: memory grows with what came, never with what a length says. */
final class TlvReader {

    /** Twice what the deepest message of the interaction model with a nested attribute needs. */
    static final int MAX_DEPTH = 32;

    private static final Null NULL = new Null();

    private final ByteReader in;

    TlvReader(byte[] bytes) {
        in = ByteReader.of(bytes);
    }

    TlvMember whole() throws DecodeException {
        int control = in.u8();
        Tag tag = tag(control);
        if (tag instanceof Tag.Context) {
            throw new DecodeException("a context tag outside a container");
        }
        TlvElement element = element(control & TlvType.MASK, 0);
        if (!in.isEmpty()) {
            throw new DecodeException(in.remaining() + " bytes are left over");
        }
        return new TlvMember(tag, element);
    }

    private TlvElement element(int type, int depth) throws DecodeException {
        return switch (type) {
            case 0x00, 0x01, 0x02, 0x03 -> new SignedInt(signed(1 << (type - TlvType.SIGNED)));
            case 0x04, 0x05, 0x06, 0x07 -> new UnsignedInt(unsigned(1 << (type - TlvType.UNSIGNED)));
            case TlvType.FALSE -> new Bool(false);
            case TlvType.TRUE -> new Bool(true);
            case TlvType.FLOAT -> new FloatingPoint(Float.intBitsToFloat((int) unsigned(4)), true);
            case TlvType.DOUBLE -> new FloatingPoint(Double.longBitsToDouble(unsigned(8)), false);
            case 0x0C, 0x0D, 0x0E, 0x0F -> new Utf8(text(octets(1 << (type - TlvType.UTF8))));
            case 0x10, 0x11, 0x12, 0x13 -> new Bytes(octets(1 << (type - TlvType.BYTES)));
            case TlvType.NULL -> NULL;
            case TlvType.STRUCTURE -> structure(depth + 1);
            case TlvType.ARRAY -> array(depth + 1);
            case TlvType.LIST -> new TlvList(members(depth + 1));
            default -> throw new DecodeException("no element type " + type);
        };
    }

    private TlvStructure structure(int depth) throws DecodeException {
        List<TlvMember> members = members(depth);
        Set<Tag> seen = new HashSet<>();
        for (TlvMember member : members) {
            if (member.tag() instanceof Tag.Anonymous) {
                throw new DecodeException("a member of a structure without a tag");
            }
            if (!seen.add(member.tag())) {
                throw new DecodeException("a tag stands twice in a structure");
            }
        }
        return new TlvStructure(members);
    }

    private TlvArray array(int depth) throws DecodeException {
        List<TlvElement> elements = new ArrayList<>();
        for (TlvMember member : members(depth)) {
            if (!(member.tag() instanceof Tag.Anonymous)) {
                throw new DecodeException("an element of an array with a tag");
            }
            elements.add(member.element());
        }
        return new TlvArray(elements);
    }

    private List<TlvMember> members(int depth) throws DecodeException {
        if (depth > MAX_DEPTH) {
            throw new DecodeException("containers nest deeper than " + MAX_DEPTH);
        }
        List<TlvMember> members = new ArrayList<>();
        for (Optional<TlvMember> next = member(depth); next.isPresent(); next = member(depth)) {
            members.add(next.get());
        }
        return members;
    }

    /** The next member, or empty at the end of the container. */
    private Optional<TlvMember> member(int depth) throws DecodeException {
        int control = in.u8();
        if (control == TlvType.END) {
            return Optional.empty();
        }
        Tag tag = tag(control);
        return Optional.of(new TlvMember(tag, element(control & TlvType.MASK, depth)));
    }

    private Tag tag(int control) throws DecodeException {
        return switch (control >> TlvType.TAG_SHIFT) {
            case TlvType.ANONYMOUS -> Tag.ANONYMOUS;
            case TlvType.CONTEXT -> Tag.of(in.u8());
            case TlvType.COMMON_2 -> new Tag.Profile(0, 0, unsigned(2));
            case TlvType.COMMON_4 -> new Tag.Profile(0, 0, unsigned(4));
            case TlvType.IMPLICIT_2 -> new Tag.Implicit(unsigned(2));
            case TlvType.IMPLICIT_4 -> new Tag.Implicit(unsigned(4));
            case TlvType.FULL_6 -> new Tag.Profile((int) unsigned(2), (int) unsigned(2), unsigned(2));
            default -> new Tag.Profile((int) unsigned(2), (int) unsigned(2), unsigned(4));
        };
    }

    private byte[] octets(int widthOfLength) throws DecodeException {
        long length = unsigned(widthOfLength);
        if (Long.compareUnsigned(length, in.remaining()) > 0) {
            throw new DecodeException(
                    "a string of " + Long.toUnsignedString(length) + " bytes where " + in.remaining() + " are left");
        }
        return in.bytes((int) length);
    }

    private static String text(byte[] octets) throws DecodeException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new DecodeException("a text that is not UTF-8");
        }
    }

    /** Little-endian. */
    private long unsigned(int width) throws DecodeException {
        long value = 0;
        for (int shift = 0; shift < 8 * width; shift += 8) {
            value |= (long) in.u8() << shift;
        }
        return value;
    }

    private long signed(int width) throws DecodeException {
        int unused = Long.SIZE - 8 * width;
        return unsigned(width) << unused >> unused;
    }
}
