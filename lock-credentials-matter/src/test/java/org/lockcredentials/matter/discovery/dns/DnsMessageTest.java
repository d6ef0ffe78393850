package org.lockcredentials.matter.discovery.dns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.DecodeException;

class DnsMessageTest {

    /** What matter.js announces of a commissioned node: packages/general/test/codec/DnsCodecTest.ts, RESULT. */
    private static final String ANSWER = ""
            + "000084000000000400000004095f7365727669636573075f646e732d7364045f756470056c6f63616c00000c00010000"
            + "00780014075f6d6174746572045f746370056c6f63616c00095f7365727669636573075f646e732d7364045f75647005"
            + "6c6f63616c00000c000100000078002c125f4944353539414633363135343941394132045f737562075f6d6174746572"
            + "045f746370056c6f63616c00075f6d6174746572045f746370056c6f63616c00000c0001000000780036214435353941"
            + "46333631353439413941322d30303030303030303030303030303039075f6d6174746572045f746370056c6f63616c00"
            + "125f4944353539414633363135343941394132045f737562075f6d6174746572045f746370056c6f63616c00000c0001"
            + "00000078003621443535394146333631353439413941322d30303030303030303030303030303039075f6d6174746572"
            + "045f746370056c6f63616c001044434136333241303239354630303030056c6f63616c0000010001000000780004c0a8"
            + "c82e1044434136333241303239354630303030056c6f63616c00001c0001000000780010fe800000000000009580b733"
            + "6f549f4321443535394146333631353439413941322d30303030303030303030303030303039075f6d6174746572045f"
            + "746370056c6f63616c000021000100000078001e0000000015a41044434136333241303239354630303030056c6f6361"
            + "6c0021443535394146333631353439413941322d30303030303030303030303030303039075f6d6174746572045f7463"
            + "70056c6f63616c0000100001000000780015085349493d35303030075341493d33303003543d31";

    /** A question for other services with answers that the asker knows, as above: ENCODED. */
    private static final String QUESTION = ""
            + "000000000003000200000001026c62075f646e732d7364045f756470056c6f63616c00000c00010f5f636f6d70616e69"
            + "6f6e2d6c696e6b045f746370c01c000c0001085f686f6d656b6974c037000c0001c027000c000100001194000a074b69"
            + "746368656ec027c042000c00010000119400272441423645433741312d333837422d353235332d413835342d39444135"
            + "3236333535363746c04200002905a00000119400120004000e0099929387b033db4275a6a31b2d";

    private static final DnsName INSTANCE = DnsName.of("D559AF361549A9A2-0000000000000009._matter._tcp.local");
    private static final DnsName HOST = DnsName.of("DCA632A0295F0000.local");

    @Test
    void readsTheAnswerOfANode() throws DecodeException, UnknownHostException {
        DnsMessage message = DnsMessage.decode(bytes(ANSWER));
        assertTrue(message.response());
        assertEquals(4, message.answers().size());
        assertEquals(
                new DnsRecord(DnsName.of("_matter._tcp.local"), false, 120, new DnsData.Pointer(INSTANCE)),
                message.answers().get(2));
        assertEquals(
                List.of(
                        new DnsRecord(HOST, false, 120, new DnsData.Address(InetAddress.getByName("192.168.200.46"))),
                        new DnsRecord(
                                HOST,
                                false,
                                120,
                                new DnsData.Address(InetAddress.getByName("fe80::9580:b733:6f54:9f43"))),
                        new DnsRecord(INSTANCE, false, 120, new DnsData.Service(0, 0, 5540, HOST)),
                        new DnsRecord(INSTANCE, false, 120, new DnsData.Text(List.of("SII=5000", "SAI=300", "T=1")))),
                message.additionals());
    }

    @Test
    void readsAQuestionWithCompressedNames() throws DecodeException {
        DnsMessage message = DnsMessage.decode(bytes(QUESTION));
        assertFalse(message.response());
        assertEquals(
                List.of(
                        new DnsQuestion(DnsName.of("lb._dns-sd._udp.local"), DnsType.PTR, false),
                        new DnsQuestion(DnsName.of("_companion-link._tcp.local"), DnsType.PTR, false),
                        new DnsQuestion(DnsName.of("_homekit._tcp.local"), DnsType.PTR, false)),
                message.questions());
        assertEquals(
                new DnsData.Pointer(DnsName.of("Kitchen._companion-link._tcp.local")),
                message.answers().get(0).data());
        assertEquals(41, message.additionals().get(0).data().type());
    }

    /** RFC 1035 4.1.4: F.ISI.ARPA at 20, FOO.F.ISI.ARPA at 40, ARPA at 64, the root at 92. */
    @Test
    void readsTheNamesOfTheStandard() throws DecodeException {
        byte[] message = new byte[93];
        put(message, 20, "01460349534904415250" + "4100");
        put(message, 40, "03464f4fc014");
        put(message, 64, "c01a");
        assertEquals(DnsName.of("F.ISI.ARPA"), name(message, 20));
        assertEquals(DnsName.of("foo.f.isi.arpa"), name(message, 40));
        assertEquals(DnsName.of("ARPA"), name(message, 64));
        assertEquals(new DnsName(List.of()), name(message, 92));
    }

    /** Names that point to themselves, ahead or behind the end, labels of reserved types, counts and lengths that do not fit, errors. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "000084000001000000000000c00c00010001",
                "000084000001000000000000c00ec00c00010001",
                "000084000001000000000000c1ff00010001",
                "000084000001000000000000400000010001",
                "000084000001000000000000800000010001",
                "000084000001000000000000",
                "00008400ffffffffffffffff0000010001",
                "000084000000000100000000000001000100000078000501020304",
                "0000840000000001000000000000010001000000780003010203",
                "00008400000000010000000000001c00010000007800040102030400",
                "000084000000000100000000000010000100000078000205414243",
                "0000840000000001000000000000210001000000780006000000000000",
                "000084000000000100000000000c000100000078000300c00c",
                "000084030000000000000000",
                "0000a800000000000000000000",
                "0000"
            })
    void refusesWhatIsNoMessage(String hex) {
        assertThrows(DecodeException.class, () -> DnsMessage.decode(bytes(hex)));
    }

    @Test
    void refusesANameOfMoreThan255Bytes() {
        StringBuilder hex = new StringBuilder("000084000002000000000000");
        hex.append(("3f" + "61".repeat(63)).repeat(3)).append("00").append("00010001");
        hex.append("3f").append("62".repeat(63)).append("c00c").append("00010001");
        assertThrows(DecodeException.class, () -> DnsMessage.decode(bytes(hex.toString())));
    }

    @Test
    void writesEachNameOnceAndPointsToIt() throws DecodeException {
        DnsMessage query = DnsMessage.query(
                List.of(
                        new DnsQuestion(INSTANCE, DnsType.SRV, true),
                        new DnsQuestion(INSTANCE, DnsType.TXT, false),
                        new DnsQuestion(HOST, DnsType.AAAA, false)),
                List.of(new DnsRecord(DnsName.of("_matter._tcp.local"), false, 60, new DnsData.Pointer(INSTANCE))));
        byte[] encoded = query.encode();
        assertEquals(query, DnsMessage.decode(encoded));
        String hex = HexFormat.of().formatHex(encoded);
        assertTrue(hex.startsWith("000000000003000100000000" + "21" + "4435"), hex);
        assertTrue(hex.contains("00218001" + "c00c" + "00100001"), hex);
        assertArrayEquals(encoded, DnsMessage.decode(encoded).encode());
    }

    /** RFC 6763 6.4: keys without regard to case, the first of several, a key alone has no value. */
    @Test
    void looksUpAttributes() {
        DnsData.Text text = new DnsData.Text(List.of("sii=5000", "SII=1", "T", "=x", "PI=a=b"));
        assertEquals(Optional.of("5000"), text.value("SII"));
        assertEquals(Optional.empty(), text.value("T"));
        assertEquals(Optional.of("a=b"), text.value("pi"));
        assertEquals(Optional.empty(), text.value("SAI"));
    }

    private static DnsName name(byte[] message, int offset) throws DecodeException {
        ByteReader fields = ByteReader.of(message);
        fields.skip(offset);
        return DnsName.decode(message, fields);
    }

    private static void put(byte[] message, int offset, String hex) {
        byte[] bytes = bytes(hex);
        System.arraycopy(bytes, 0, message, offset, bytes.length);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
