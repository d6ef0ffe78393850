package org.lockcredentials.matter.tlv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.testing.Pins;

class TlvTest {

    private static final TlvElement.Utf8 HELLO = new TlvElement.Utf8("Hello!");

    /** Matter Core Specification 1.3, A.12 (sample encodings): those in their shortest form. */
    static List<Arguments> samples() {
        return List.of(
                Arguments.of("08", new TlvElement.Bool(false)),
                Arguments.of("09", new TlvElement.Bool(true)),
                Arguments.of("002a", signed(42)),
                Arguments.of("00ef", signed(-17)),
                Arguments.of("042a", new TlvElement.UnsignedInt(42)),
                Arguments.of("02f067fdff", signed(-170_000)),
                Arguments.of("0300902f5009000000", signed(40_000_000_000L)),
                Arguments.of("0c0648656c6c6f21", HELLO),
                Arguments.of("0c0754736368c3bc73", new TlvElement.Utf8("Tsch\u00FCs")),
                Arguments.of("10050001020304", new TlvElement.Bytes(new byte[] {0, 1, 2, 3, 4})),
                Arguments.of("14", new TlvElement.Null()),
                Arguments.of("0a00000000", new TlvElement.FloatingPoint(0, true)),
                Arguments.of("0aabaaaa3e", new TlvElement.FloatingPoint(1f / 3f, true)),
                Arguments.of("0a33338f41", new TlvElement.FloatingPoint(17.9f, true)),
                Arguments.of("0a0000807f", new TlvElement.FloatingPoint(Float.POSITIVE_INFINITY, true)),
                Arguments.of("0a000080ff", new TlvElement.FloatingPoint(Float.NEGATIVE_INFINITY, true)),
                Arguments.of("0b0000000000000000", new TlvElement.FloatingPoint(0, false)),
                Arguments.of("0b555555555555d53f", new TlvElement.FloatingPoint(1.0 / 3.0, false)),
                Arguments.of("0b6666666666e63140", new TlvElement.FloatingPoint(17.9, false)),
                Arguments.of("1518", new TlvStructure(List.of())),
                Arguments.of("1618", new TlvArray(List.of())),
                Arguments.of("1718", new TlvList(List.of())),
                Arguments.of("1520002a2001ef18", new TlvStructure(List.of(member(0, 42), member(1, -17)))),
                Arguments.of(
                        "1600000001000200030004" + "18",
                        new TlvArray(List.of(signed(0), signed(1), signed(2), signed(3), signed(4)))),
                Arguments.of(
                        "17000120002a000200032000ef18",
                        new TlvList(List.of(anonymous(1), member(0, 42), anonymous(2), anonymous(3), member(0, -17)))),
                Arguments.of(
                        "16002a02f067fdff15180a33338f410c0648656c6c6f2118",
                        new TlvArray(List.of(
                                signed(42),
                                signed(-170_000),
                                new TlvStructure(List.of()),
                                new TlvElement.FloatingPoint(17.9f, true),
                                HELLO))));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleEncodingsOfTheSpecification(String hex, TlvElement element) throws DecodeException {
        assertEquals(element, Tlv.decode(bytes(hex)));
        assertEquals(hex, HexFormat.of().formatHex(Tlv.encode(element)));
    }

    /** Matter Core Specification 1.3, A.12: 42 in one octet, under every form of tag. */
    @ParameterizedTest
    @MethodSource("tags")
    void tagsOfTheSpecification(String hex, Tag tag) throws DecodeException {
        TlvWriter out = new TlvWriter();
        out.unsigned(tag, 42);
        assertEquals(hex, HexFormat.of().formatHex(out.takeBytes()));
        String inside = "15" + hex + "18";
        if (tag instanceof Tag.Anonymous || tag instanceof Tag.Context) {
            inside = "17" + hex + "18";
            assertEquals(
                    List.of(new TlvMember(tag, new TlvElement.UnsignedInt(42))),
                    Tlv.decode(bytes(inside)).list().members());
        } else {
            assertEquals(
                    List.of(new TlvMember(tag, new TlvElement.UnsignedInt(42))),
                    Tlv.decodeStructure(bytes(inside)).members());
        }
    }

    static List<Arguments> tags() {
        return List.of(
                Arguments.of("042a", Tag.ANONYMOUS),
                Arguments.of("24012a", Tag.of(1)),
                Arguments.of("4401002a", new Tag.Profile(0, 0, 1)),
                Arguments.of("64a08601002a", new Tag.Profile(0, 0, 100_000)),
                Arguments.of("c4f1ffedde01002a", new Tag.Profile(0xFFF1, 0xDEED, 1)),
                Arguments.of("e4f1ffeddeedfe55aa2a", new Tag.Profile(0xFFF1, 0xDEED, 0xAA55_FEEDL)),
                Arguments.of("8401002a", new Tag.Implicit(1)),
                Arguments.of("a4a08601002a", new Tag.Implicit(100_000)));
    }

    @Test
    void aLongerFormThanNeededReadsTheSame() throws DecodeException {
        assertEquals(signed(42), Tlv.decode(bytes("012a00")));
        assertEquals(signed(42), Tlv.decode(bytes("022a000000")));
        assertEquals(signed(42), Tlv.decode(bytes("032a00000000000000")));
        assertEquals(HELLO, Tlv.decode(bytes("0f060000000000000048656c6c6f21")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "04", // a number without its octet
                "042a00", // something left over
                "0f ffffffffffffffff 41", // a length of 2^64 - 1
                "12 ffffff7f 41", // a length of 2^31 - 1
                "0c02c328", // not UTF-8
                "15", // no end
                "18", // an end only
                "15042a18", // a member of a structure without a tag
                "1624012a18", // an element of an array with a tag
                "1524012a24012a18", // a tag twice
                "24012a", // a context tag outside
                "19", // no such type
                "1f"
            })
    void whatIsNotWellFormedIsRefused(String hex) {
        assertThrows(DecodeException.class, () -> Tlv.decode(bytes(hex.replace(" ", ""))));
    }

    @Test
    void nestingIsBounded() throws DecodeException {
        int deepest = TlvReader.MAX_DEPTH;
        assertEquals(new TlvArray(List.of()), Tlv.decode(bytes("1618")).array());
        Tlv.decode(bytes("16".repeat(deepest) + "18".repeat(deepest)));
        assertThrows(
                DecodeException.class, () -> Tlv.decode(bytes("16".repeat(deepest + 1) + "18".repeat(deepest + 1))));
        assertThrows(DecodeException.class, () -> Tlv.decode(bytes("16".repeat(100_000))));
    }

    @Test
    void aStructureReadsByTagAndType() throws DecodeException {
        byte[] encoded = Tlv.structure(out -> out.unsigned(0, 255)
                .unsigned(1, 0xFFFF)
                .unsigned(2, -1)
                .signed(3, -129)
                .bool(4, true)
                .utf8(5, "Ann\u001F1234")
                .bytes(6, new byte[] {7})
                .nil(7)
                .array(8, List.of(1, 2), TlvWriter::unsigned)
                .nullable(9, Optional.<Integer>empty(), TlvWriter::unsigned)
                .optional(10, Optional.<Integer>empty(), TlvWriter::unsigned)
                .nullable(11, Optional.of(3), TlvWriter::unsigned));
        TlvStructure read = Tlv.decodeStructure(encoded);
        assertEquals(255, read.u8(0));
        assertThrows(DecodeException.class, () -> read.u8(1));
        assertEquals(0xFFFF, read.u16(1));
        assertEquals(-1, read.u64(2));
        assertThrows(DecodeException.class, () -> read.u32(2));
        assertEquals(-129, read.i32(3));
        assertThrows(DecodeException.class, () -> read.u16(3));
        assertTrue(read.bool(4));
        assertEquals("Ann", read.utf8(5));
        assertArrayEquals(new byte[] {7}, read.bytes(6));
        assertTrue(read.optional(7).isEmpty());
        assertTrue(read.member(7).isPresent());
        assertEquals(List.of(1, 2), read.array(8).each(TlvElement::u8));
        assertTrue(read.member(9).isPresent());
        assertFalse(read.member(10).isPresent());
        assertEquals(Optional.of(3), read.optional(11, TlvElement::u8));
        assertThrows(DecodeException.class, () -> read.u8(12));
    }

    @Test
    void aCodeIsNotShownAndCanBeWiped() throws DecodeException {
        String pin = Pins.next();
        byte[] encoded = Tlv.structure(out -> out.secret(1, Secret.of(pin)));
        TlvStructure read = Tlv.decodeStructure(encoded);
        assertEquals(Secret.of(pin), read.secret(1));
        assertFalse(read.toString().contains(pin), "a code in " + read.getClass());
        read.wipe();
        assertArrayEquals(new byte[pin.length()], read.bytes(1));
    }

    private static TlvElement signed(long value) {
        return new TlvElement.SignedInt(value);
    }

    private static TlvMember member(int tag, long value) {
        return new TlvMember(Tag.of(tag), signed(value));
    }

    private static TlvMember anonymous(long value) {
        return new TlvMember(Tag.ANONYMOUS, signed(value));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void octetsThatMayBeACodeShowNothingOfIt() {
        TlvElement one = new TlvElement.Bytes(Pins.next().getBytes(StandardCharsets.US_ASCII));
        TlvElement other = new TlvElement.Bytes(new byte[8]);
        assertEquals(one.hashCode(), other.hashCode());
        assertNotEquals(one, other);
    }
}
