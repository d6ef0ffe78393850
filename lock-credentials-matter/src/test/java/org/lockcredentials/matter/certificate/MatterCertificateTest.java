package org.lockcredentials.matter.certificate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvList;
import org.lockcredentials.matter.tlv.TlvMember;
import org.lockcredentials.matter.tlv.TlvStructure;

class MatterCertificateTest {

    static Stream<Published> readable() {
        return Published.all().stream()
                .filter(one -> !one.form().equals("tbs"))
                .filter(one -> !one.toString().equals("lg-tv-21-octet-noc-serial node tlv"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void aPublishedCertificateComesBackTheSameInBothForms(Published published) throws DecodeException {
        MatterCertificate certificate = published.certificate();
        assertArrayEquals(
                published.bytes(), published.form().equals("tlv") ? certificate.encode() : certificate.toX509());
        assertEquals(certificate, MatterCertificate.decode(certificate.encode()));
        assertEquals(certificate, MatterCertificate.fromX509(certificate.toX509()));
    }

    static Stream<Published> signedForms() {
        return Published.all().stream().filter(one -> one.form().equals("tbs"));
    }

    @ParameterizedTest
    @MethodSource("signedForms")
    void theSignedFormIsThePublishedOne(Published published) throws DecodeException {
        MatterCertificate certificate =
                Published.of(published.set(), published.place(), "tlv").certificate();
        assertEquals(HexFormat.of().formatHex(published.bytes()), HexFormat.of().formatHex(certificate.toBeSigned()));
    }

    @Test
    void bothPublishedFormsAreOneCertificate() throws DecodeException {
        for (String place : List.of("root", "node")) {
            assertEquals(
                    Published.of("chip-node01-02", place, "tlv").certificate(),
                    Published.of("chip-node01-02", place, "x509").certificate());
        }
    }

    /** A television's certificate of matter.js's test set: 21 octets where section 6.5.2 allows 20. */
    @Test
    void aSerialNumberOf21OctetsIsRefused() {
        Published published = Published.of("lg-tv-21-octet-noc-serial", "node", "tlv");
        DecodeException refused = assertThrows(DecodeException.class, published::certificate);
        assertTrue(refused.getMessage().contains("21"), refused.getMessage());
    }

    /** What connectedhomeip's CHIPCert_error_test_vectors.cpp names, made out of a good certificate. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"})
    void noFieldMayBeMissing(int field) throws DecodeException {
        TlvStructure good = good();
        List<TlvMember> rest = good.members().stream()
                .filter(member -> !member.tag().equals(Tag.of(field)))
                .toList();
        assertThrows(DecodeException.class, () -> MatterCertificate.decode(Tlv.encode(new TlvStructure(rest))));
    }

    @Test
    void anotherAlgorithmOrCurveIsRefused() throws DecodeException {
        for (int field : List.of(2, 7, 8)) {
            refuses(field, new TlvElement.UnsignedInt(2));
        }
    }

    @Test
    void anEndBeforeTheBeginningIsRefused() throws DecodeException {
        refuses(5, new TlvElement.UnsignedInt(1));
    }

    @Test
    void aKeyOffTheCurveIsRefused() throws DecodeException {
        byte[] key = good().bytes(9);
        key[64] ^= 1;
        refuses(9, new TlvElement.Bytes(key));
    }

    @Test
    void aShortSignatureIsRefused() throws DecodeException {
        refuses(11, new TlvElement.Bytes(new byte[63]));
    }

    @Test
    void aSerialNumberThatIsNoDerIntegerIsRefused() throws DecodeException {
        refuses(1, new TlvElement.Bytes(new byte[0]));
        refuses(1, new TlvElement.Bytes(new byte[] {0, 1}));
        refuses(1, new TlvElement.Bytes(new byte[21]));
    }

    @Test
    void anUnknownAttributeOrExtensionIsRefused() throws DecodeException {
        refuses(6, new TlvList(List.of(new TlvMember(Tag.of(24), new TlvElement.UnsignedInt(1)))));
        refuses(6, new TlvList(List.of(new TlvMember(Tag.of(145), new TlvElement.UnsignedInt(1)))));
        refuses(6, new TlvList(List.of(new TlvMember(Tag.ANONYMOUS, new TlvElement.UnsignedInt(1)))));
        refuses(6, new TlvList(List.of(new TlvMember(Tag.of(22), new TlvElement.UnsignedInt(1L << 32)))));
        refuses(6, new TlvList(List.of(new TlvMember(Tag.of(129), new TlvElement.Utf8("under_score")))));
        refuses(6, new TlvList(List.of(new TlvMember(Tag.of(16), new TlvElement.Utf8("é")))));
        refuses(10, new TlvList(List.of(new TlvMember(Tag.of(7), new TlvElement.Bytes(new byte[0])))));
        refuses(10, new TlvList(List.of(new TlvMember(Tag.of(6), new TlvElement.Bytes(new byte[] {5, 0})))));
        refuses(10, new TlvList(List.of(new TlvMember(Tag.of(2), new TlvElement.UnsignedInt(0x200)))));
        refuses(10, new TlvList(List.of()));
    }

    @Test
    void anOversizedCertificateIsRefused() throws DecodeException {
        refuses(6, new TlvList(List.of(new TlvMember(Tag.of(1), new TlvElement.Utf8("a".repeat(200))))));
        assertThrows(DecodeException.class, () -> MatterCertificate.fromX509(new byte[601]));
    }

    /** Where bits of an X.509 form are changed that TLV does not carry, the signature would be over something else. */
    @Test
    void anX509FormThatTlvDoesNotCarryIsRefused() throws DecodeException {
        byte[] der = Published.of("chip-node01-02", "node", "x509").bytes();
        replaced(der, "0603551d130101ff0402", "0603551d130101000402");
        replaced(der, "44454445", "64654445");
        replaced(der, "0c1044454445", "131044454445");
        replaced(der, "a003020102", "a003020101");
        replaced(der, "06082a8648ce3d040302", "06082a8648ce3d040303");
        replaced(der, "06082a8648ce3d030107", "06082a8648ce3d030108");
    }

    private static void replaced(byte[] der, String from, String to) throws DecodeException {
        String hex = HexFormat.of().formatHex(der);
        assertTrue(hex.contains(from), from);
        MatterCertificate.fromX509(der);
        assertThrows(
                DecodeException.class,
                () -> MatterCertificate.fromX509(HexFormat.of().parseHex(hex.replace(from, to))),
                to);
    }

    private static TlvStructure good() throws DecodeException {
        return Tlv.decodeStructure(Published.of("chip-node01-02", "node", "tlv").bytes());
    }

    private static void refuses(int field, TlvElement value) throws DecodeException {
        TlvMember[] members = good().members().toArray(TlvMember[]::new);
        members[field - 1] = new TlvMember(Tag.of(field), value);
        byte[] encoded = Tlv.encode(new TlvStructure(Arrays.asList(members)));
        assertThrows(DecodeException.class, () -> MatterCertificate.decode(encoded));
    }
}
