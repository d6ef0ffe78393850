package org.lockcredentials.matter.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;

class MessageTest {

    /** Of matter.js, packages/protocol/test/codec/MessageCodecTest.ts: a PBKDFParamRequest. */
    private static final String PBKDF_REQUEST = "040000000a4ff2177ea0c8a7cb6a63520520d3640000"
            + "153001204715a406c6b0496ad52039e347db8528cb69a1cb2fce6f2318552ae65e103aca250233dc240300280435052501881325022c011818";

    /** Of the same file: the answer. */
    private static final String PBKDF_RESPONSE = "01000000218712797ea0c8a7cb6a63520621d36400000a4ff217"
            + "153001204715a406c6b0496ad52039e347db8528cb69a1cb2fce6f2318552ae65e103aca3002201783302d95a4a9fb0decb8fdd6564b90"
            + "a957681459aeee069961bea61d7b247125039d8935042501e80330022099f813dd41bd081a1c63e811828f0662594bca89cd9d4ed26f74"
            + "27fdb2a027361835052501881325022c011818";

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private record Whole(MessageHeader header, Message message) {

        static Whole decode(byte[] datagram) throws DecodeException {
            WireReader reader = WireReader.of(datagram);
            MessageHeader header = MessageHeader.decode(reader);
            return new Whole(header, Message.decode(reader.rest()));
        }

        byte[] encode() {
            byte[] front = header.encode();
            byte[] body = message.encode();
            byte[] all = Arrays.copyOf(front, front.length + body.length);
            System.arraycopy(body, 0, all, front.length, body.length);
            return all;
        }
    }

    @Test
    void readsAndWritesARequest() throws DecodeException {
        Whole request = Whole.decode(hex(PBKDF_REQUEST));
        assertEquals(
                MessageHeader.of(0, 401755914, OptionalLong.of(5936706156730294398L), OptionalLong.empty()),
                request.header);
        assertEquals(
                new ProtocolHeader(true, true, 0x20, 25811, ProtocolId.SECURE_CHANNEL, OptionalLong.empty()),
                request.message.header());
        assertArrayEquals(hex(PBKDF_REQUEST), request.encode());
    }

    @Test
    void readsAndWritesAnAnswer() throws DecodeException {
        Whole answer = Whole.decode(hex(PBKDF_RESPONSE));
        assertEquals(
                MessageHeader.of(0, 2031257377, OptionalLong.empty(), OptionalLong.of(5936706156730294398L)),
                answer.header);
        assertEquals(
                new ProtocolHeader(false, true, 0x21, 25811, ProtocolId.SECURE_CHANNEL, OptionalLong.of(401755914)),
                answer.message.header());
        assertArrayEquals(hex(PBKDF_RESPONSE), answer.encode());
    }

    @Test
    void theVendorComesBeforeTheProtocol() throws DecodeException {
        Message message = new Message(
                new ProtocolHeader(true, false, 1, 2, new ProtocolId(0xFFF1, 0x1234), OptionalLong.empty()),
                new byte[0]);
        assertArrayEquals(hex("11010200f1ff3412"), message.encode());
        assertEquals(message, Message.decode(message.encode()));
    }

    /** As the same test of matter.js has them: extensions of three bytes, of the message and of its protocol header. */
    @Test
    void stepsOverExtensions() throws DecodeException {
        String request = PBKDF_REQUEST;
        byte[] ofMessage =
                hex(request.substring(0, 6) + "20" + request.substring(8, 32) + "0300010203" + request.substring(32));
        byte[] ofProtocol =
                hex(request.substring(0, 32) + "0d" + request.substring(34, 44) + "0300010203" + request.substring(44));
        Whole plain = Whole.decode(hex(request));
        assertEquals(plain.message, Whole.decode(ofMessage).message);
        assertArrayEquals(
                plain.message.payload(), Whole.decode(ofProtocol).message.payload());
        ofMessage[16] = (byte) 0xFF;
        assertThrows(DecodeException.class, () -> Whole.decode(ofMessage));
    }

    /** Of connectedhomeip, src/transport/tests/TestSessionManagerDispatch.cpp: the private group message, and PASE with privacy. */
    @ParameterizedTest
    @CsvSource({
        "067ddb81d926afce24c8a0981bdd44f4e7302b2f915a66c9596290ebe4408217b3c0c921a2fca4e1",
        "00b80b8087beef06aa26a0f901efce9f9a67c8137917d15b81d15d313308319758ea3f",
        // Version 1, a control message, both kinds of destination.
        "10b80b003930000005",
        "00b80b403930000005",
        "03b80b003930000005"
    })
    void takesNothingThatIsNotForAController(String datagram) {
        assertThrows(DecodeException.class, () -> MessageHeader.decode(WireReader.of(hex(datagram))));
    }

    /** Of connectedhomeip, src/transport/tests/TestSessionManagerDispatch.cpp: secure PASE messages, session 3000, counter 12345. */
    @ParameterizedTest
    @CsvSource({
        "'', 00b80b00393000005a989ae42e8d847f535c3007e6150cd65867f2b817db",
        "1122334455, 00b80b00393000005a989ae42e8d0f7f885dfb2faa8949cf730a5728e0354610a0c4a7"
    })
    void encryptsAsThePublishedVectorsDo(String payload, String datagram) throws DecodeException {
        MessageCipher cipher = new MessageCipher(Secret.of(hex("5eded244e5532b3cdc23409dbad052d2")), 0);
        MessageHeader header = MessageHeader.of(3000, 12345);
        Message message = new Message(
                new ProtocolHeader(true, true, 0x64, 0x0EEE, new ProtocolId(0, 0x7D20), OptionalLong.empty()),
                hex(payload));
        assertArrayEquals(hex(datagram), cipher.seal(header, message));
        byte[] body = Arrays.copyOfRange(hex(datagram), 8, datagram.length() / 2);
        assertEquals(
                message,
                Message.decode(cipher.open(header, header.encode(), body).orElseThrow()));
    }

    /** Of matter.js, packages/protocol/test/session/SecureSessionTest.ts. */
    @Test
    void decryptsWhatAPeerEncrypted() throws DecodeException {
        byte[] datagram =
                hex("001d350022145300ec2b931025dada82ed67521c966d2454d131a271023be699e4e2796650f568e590fd9b65f456c720"
                        + "a60a0da127eaa53974c5d41d3d933ed7b58a9ce5b5cb96ad94a7762611c48774cf75458327e74c34668a45dc9943546f8a6aa1dcd4"
                        + "0bd4b8014befb49954a097a60cbdff333ee3f2fd1f49");
        MessageCipher cipher = new MessageCipher(Secret.of(hex("bacb178b2588443d5d5b1e4559e7accc")), 0);
        WireReader reader = WireReader.of(datagram);
        MessageHeader header = MessageHeader.decode(reader);
        byte[] front = Arrays.copyOf(datagram, reader.position());
        byte[] body = reader.rest();
        Message message = Message.decode(cipher.open(header, front, body).orElseThrow());
        assertArrayEquals(
                hex(
                        "153600172403312504fcff18172402002403302404001817240200240330240401181724020024033024040218172402002403302404031817"
                                + "240200240328240402181724020024032824040418172403312404031818290324ff0118"),
                message.payload());
        body[body.length - 1] ^= 1;
        assertEquals(Optional.empty(), cipher.open(header, front, body), "another tag");
        body[body.length - 1] ^= 1;
        front[0] ^= 4;
        assertTrue(cipher.open(header, front, body).isEmpty(), "another header");
    }
}
