package org.lockcredentials.zwave.security.s2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.Wire;
import org.lockcredentials.zwave.command.security2.Extension;
import org.lockcredentials.zwave.command.security2.S2Message;
import org.lockcredentials.zwave.command.security2.S2Nonce;
import org.lockcredentials.zwave.security.Link;
import org.lockcredentials.zwave.security.ScriptedRandom;
import org.lockcredentials.zwave.security.SecurityClass;

class S2SessionTest {

    private static final int HOME = 0xC0FFEE01;
    private static final S2Key ACCESS =
            S2Key.of(SecurityClass.S2_ACCESS_CONTROL, Wire.secret("404142434445464748494a4b4c4d4e4f"));
    private static final S2Key LOW =
            S2Key.of(SecurityClass.S2_UNAUTHENTICATED, Wire.secret("505152535455565758595a5b5c5d5e5f"));
    private static final String SENDER_ENTROPY = "000102030405060708090a0b0c0d0e0f";
    private static final String RECEIVER_ENTROPY = "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff";
    private static final String FIRST = "9f0342011241000102030405060708090a0b0c0d0e0fbd9460a09eb00e99b98a3d";
    private static final String SECOND = "9f0343005bb1342425a6cb50b5a4e8";
    private static final Secret ON = Wire.secret("2001ff");
    private static final Secret OFF = Wire.secret("200100");

    private final AtomicLong now = new AtomicLong();

    /** Made by Security2CCMessageEncapsulation of @zwave-js/cc 15.29.0 as node 5 with fixed entropy and sequence numbers. */
    @Test
    void writesWhatZWaveJsWrites() {
        S2Session session = session(5, 1, new ScriptedRandom(0, "40000000", SENDER_ENTROPY));
        assertInstanceOf(Outgoing.NonceNeeded.class, session.encapsulate(ACCESS, ON));
        S2Nonce.Report report = new S2Nonce.Report(9, false, Optional.of(Octets.of(Wire.bytes(RECEIVER_ENTROPY))));
        assertEquals(new Incoming.NonceReceived(false), session.onNonceReport(report));
        assertEquals(FIRST, hex(message(session.encapsulate(ACCESS, ON))));
        assertEquals(SECOND, hex(message(session.encapsulate(ACCESS, OFF))));
    }

    /** The same frames, received; with an MPAN extension encrypted and an MGRP extension in the clear. */
    @Test
    void readsWhatZWaveJsWrites() throws DecodeException {
        S2Session session = session(1, 5, new ScriptedRandom(0, RECEIVER_ENTROPY));
        session.onNonceGet(new S2Nonce.Get(0x41));
        assertOpened(ON, session.onMessage(read(FIRST)));
        assertOpened(OFF, session.onMessage(read(SECOND)));
        assertOpened(
                Wire.secret("200101"),
                session.onMessage(read("9f0344024440cabc50a817d961100e778395b81df3afecd35067ec097bcebd6aa0ee")));
        Incoming.Opened followUp = assertInstanceOf(
                Incoming.Opened.class, session.onMessage(read("9f03450103430750f34a81abb0d74aca1134")));
        assertEquals(Optional.of(Wire.secret("200102")), followUp.command());
        assertTrue(followUp.reply().orElseThrow().multicastOutOfSync());
    }

    /** Made by @zwave-js/cc 15.29.0 as node 260: node identifiers take two bytes of the authenticated data. */
    @Test
    void readsLongRange() throws DecodeException {
        S2Session session = session(1, 260, new ScriptedRandom(0, RECEIVER_ENTROPY));
        session.onNonceGet(new S2Nonce.Get(0x41));
        assertOpened(ON, session.onMessage(read("9f0342011241000102030405060708090a0b0c0d0e0fbd9460cdba43edd483d6e2")));
        assertOpened(OFF, session.onMessage(read("9f0343005bb13467c4d83c7ff6b8e3")));
    }

    @Test
    void whatComesTwiceIsTakenOnce() {
        S2Session a = session(1, 2, new ScriptedRandom(1));
        S2Session b = session(2, 1, new ScriptedRandom(2));
        Incoming duplicate = new Incoming.Ignored(Incoming.Reason.DUPLICATE);
        Outgoing.NonceNeeded needed = assertInstanceOf(Outgoing.NonceNeeded.class, a.encapsulate(ACCESS, ON));
        S2Nonce.Report report = reply(b.onNonceGet(needed.request()));
        assertEquals(duplicate, b.onNonceGet(needed.request()));
        a.onNonceReport(report);
        S2Message message = message(a.encapsulate(ACCESS, ON));
        assertEquals(duplicate, a.onNonceReport(report));
        assertOpened(ON, b.onMessage(message));
        assertEquals(duplicate, b.onMessage(message));
        S2Message forged = new S2Message(message.sequenceNumber() + 1 & 0xFF, 0, List.of(), message.ciphertext());
        S2Session restarted = session(2, 1, new ScriptedRandom(3));
        assertInstanceOf(Incoming.OutOfSync.class, restarted.onMessage(forged));
        assertEquals(duplicate, restarted.onMessage(forged));
        assertOpened(ON, b.onMessage(message(a.encapsulate(ACCESS, ON))));
    }

    @Test
    void aNumberComesAgainOnceThePeerHasCountedOn() {
        S2Session a = session(1, 2, new ScriptedRandom(1));
        S2Session b = session(2, 1, new ScriptedRandom(2));
        agree(a, b);
        S2Nonce.Get get = new S2Nonce.Get(0x33);
        reply(b.onNonceGet(get));
        assertOpened(ON, b.onMessage(message(a.encapsulate(ACCESS, ON))));
        reply(b.onNonceGet(get));
    }

    @Test
    void aLostFrameIsSkippedUpToFive() {
        S2Session a = session(1, 2, new ScriptedRandom(1));
        S2Session b = session(2, 1, new ScriptedRandom(2));
        agree(a, b);
        for (int lost = 0; lost < 4; lost++) {
            a.encapsulate(ACCESS, OFF);
        }
        assertOpened(ON, b.onMessage(message(a.encapsulate(ACCESS, ON))));
        for (int lost = 0; lost < 5; lost++) {
            a.encapsulate(ACCESS, OFF);
        }
        Incoming.OutOfSync lost =
                assertInstanceOf(Incoming.OutOfSync.class, b.onMessage(message(a.encapsulate(ACCESS, ON))));
        assertEquals(new Incoming.NonceReceived(true), a.onNonceReport(lost.reply()));
        assertOpened(ON, b.onMessage(message(a.encapsulate(ACCESS, ON))));
    }

    /** As in zwave-js issue 3917: both use the same nonce, and neither loses its message. */
    @Test
    void messagesThatCrossAreBothRead() {
        S2Session a = session(1, 2, new ScriptedRandom(1));
        S2Session b = session(2, 1, new ScriptedRandom(2));
        agree(a, b);
        S2Message fromA = message(a.encapsulate(ACCESS, ON));
        S2Message secondFromA = message(a.encapsulate(ACCESS, ON));
        S2Message fromB = message(b.encapsulate(ACCESS, OFF));
        assertOpened(OFF, a.onMessage(fromB));
        assertOpened(ON, b.onMessage(fromA));
        assertOpened(ON, b.onMessage(secondFromA));
        assertOpened(OFF, a.onMessage(message(b.encapsulate(ACCESS, OFF))));
        assertOpened(ON, b.onMessage(message(a.encapsulate(ACCESS, ON))));
    }

    @Test
    void aMessageThatCrossesLongAfterwardsIsNot() {
        S2Session a = session(1, 2, new ScriptedRandom(1));
        S2Session b = session(2, 1, new ScriptedRandom(2));
        agree(a, b);
        a.encapsulate(ACCESS, ON);
        S2Message held = message(b.encapsulate(ACCESS, OFF));
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        assertInstanceOf(Incoming.OutOfSync.class, a.onMessage(held));
    }

    /** Else whoever held it back could bring the state of long ago again, and the last message under it. */
    @Test
    void aMessageHeldBackBeginsNothingOnceTheSpanIsAnother() {
        S2Session a = session(1, 2, new ScriptedRandom(1));
        S2Session b = session(2, 1, new ScriptedRandom(2));
        Outgoing.NonceNeeded needed = assertInstanceOf(Outgoing.NonceNeeded.class, b.encapsulate(ACCESS, ON));
        b.onNonceReport(reply(a.onNonceGet(needed.request())));
        S2Message held = message(b.encapsulate(ACCESS, ON));
        agree(a, b);
        assertInstanceOf(Incoming.OutOfSync.class, a.onMessage(held));
    }

    @Test
    void aMessageTellsUnderWhichClassItCame() {
        S2Session lock = new S2Session(new Link(HOME, 2, 1), List.of(LOW), new ScriptedRandom(1), now::get);
        S2Session host = new S2Session(new Link(HOME, 1, 2), List.of(ACCESS, LOW), new ScriptedRandom(2), now::get);
        Outgoing.NonceNeeded needed = assertInstanceOf(Outgoing.NonceNeeded.class, lock.encapsulate(LOW, ON));
        lock.onNonceReport(reply(host.onNonceGet(needed.request())));
        Incoming.Opened opened =
                assertInstanceOf(Incoming.Opened.class, host.onMessage(message(lock.encapsulate(LOW, ON))));
        assertEquals(LOW, opened.key());
        assertThrows(IllegalArgumentException.class, () -> lock.encapsulate(ACCESS, ON));
    }

    @Test
    void anUnknownCriticalExtensionDiscardsAndKeepsInStep() {
        S2Session a = session(1, 2, new ScriptedRandom(1));
        S2Session b = session(2, 1, new ScriptedRandom(2));
        Span[] spans = spans(a, b);
        assertEquals(
                new Incoming.Ignored(Incoming.Reason.EXTENSION),
                b.onMessage(sealed(spans[0], new Extension(0x11, true, Octets.of((byte) 1)))));
        assertOpened(ON, b.onMessage(sealed(spans[0], new Extension(0x11, false, Octets.of((byte) 1)))));
    }

    @Test
    void aSupervisedFollowUpIsToldInTheNextMessage() {
        S2Session a = session(1, 2, new ScriptedRandom(1));
        S2Session b = session(2, 1, new ScriptedRandom(2));
        Span[] spans = spans(a, b);
        Secret supervised = Wire.secret("6c 01 05 03 20 01 ff");
        Incoming.Opened opened = assertInstanceOf(
                Incoming.Opened.class,
                b.onMessage(sealed(spans[0], supervised, new Extension(Extension.MGRP, true, Octets.of((byte) 9)))));
        assertEquals(Optional.empty(), opened.reply());
        assertEquals(
                List.of(Extension.multicastOutOfSync()),
                message(b.encapsulate(ACCESS, Wire.secret("6c 02 05 ff 00"))).extensions());
        assertEquals(List.of(), message(b.encapsulate(ACCESS, ON)).extensions());
    }

    @Test
    void entropyThatNothingAskedForChangesNothing() {
        S2Session a = session(1, 2, new ScriptedRandom(1));
        S2Session b = session(2, 1, new ScriptedRandom(2));
        S2Nonce.Report forged = new S2Nonce.Report(3, false, Optional.of(Octets.of(new byte[16])));
        assertEquals(new Incoming.Ignored(Incoming.Reason.UNSOLICITED), b.onNonceReport(forged));
        agree(a, b);
        assertEquals(new Incoming.Ignored(Incoming.Reason.UNSOLICITED), b.onNonceReport(forged));
        assertOpened(ON, b.onMessage(message(a.encapsulate(ACCESS, ON))));
    }

    @Test
    void aFloodOfNonceGetsDoesNotTakeTheNonceOfTheOneThatAskedFirst() {
        S2Session a = session(1, 2, new ScriptedRandom(1));
        S2Session b = session(2, 1, new ScriptedRandom(2));
        Outgoing.NonceNeeded needed = assertInstanceOf(Outgoing.NonceNeeded.class, a.encapsulate(ACCESS, ON));
        a.onNonceReport(reply(b.onNonceGet(needed.request())));
        int number = needed.request().sequenceNumber();
        b.onNonceGet(new S2Nonce.Get(number + 100 & 0xFF));
        b.onNonceGet(new S2Nonce.Get(number + 101 & 0xFF));
        assertOpened(ON, b.onMessage(message(a.encapsulate(ACCESS, ON))));
    }

    private S2Session session(int own, int peer, ScriptedRandom random) {
        return new S2Session(new Link(HOME, own, peer), List.of(ACCESS), random, now::get);
    }

    private static void agree(S2Session a, S2Session b) {
        Outgoing.NonceNeeded needed = assertInstanceOf(Outgoing.NonceNeeded.class, a.encapsulate(ACCESS, ON));
        assertEquals(new Incoming.NonceReceived(false), a.onNonceReport(reply(b.onNonceGet(needed.request()))));
        assertOpened(ON, b.onMessage(message(a.encapsulate(ACCESS, ON))));
    }

    /** The SPAN that both have, once more, so that a test can make messages that a session would not. */
    private static Span[] spans(S2Session a, S2Session b) {
        Outgoing.NonceNeeded needed = assertInstanceOf(Outgoing.NonceNeeded.class, a.encapsulate(ACCESS, ON));
        S2Nonce.Report report = reply(b.onNonceGet(needed.request()));
        a.onNonceReport(report);
        S2Message first = message(a.encapsulate(ACCESS, ON));
        Span span = Span.of(
                ACCESS,
                first.extensions().get(0).content(),
                report.receiverEntropy().orElseThrow());
        span.next();
        assertOpened(ON, b.onMessage(first));
        return new Span[] {span};
    }

    private S2Message sealed(Span span, Extension extension) {
        return sealed(span, ON, extension);
    }

    private int number = 0x70;

    private S2Message sealed(Span span, Secret command, Extension extension) {
        int next = number++;
        S2Message shape = new S2Message(next, 0, List.of(extension), Octets.of(new byte[command.length() + 8]));
        byte[] ciphertext = command.use(plaintext -> org.lockcredentials.zwave.crypto.Ccm.encrypt(
                ACCESS.keys().ccm(), span.next(), AssociatedData.of(HOME, 1, 2, shape), plaintext));
        return new S2Message(next, 0, List.of(extension), Octets.of(ciphertext));
    }

    private static void assertOpened(Secret command, Incoming incoming) {
        Incoming.Opened opened = assertInstanceOf(Incoming.Opened.class, incoming);
        assertEquals(Optional.of(command), opened.command());
        assertEquals(ACCESS, opened.key());
    }

    private static S2Message message(Outgoing outgoing) {
        return assertInstanceOf(Outgoing.Encapsulated.class, outgoing).message();
    }

    private static S2Nonce.Report reply(Incoming incoming) {
        return assertInstanceOf(Incoming.NonceAsked.class, incoming).reply();
    }

    private static S2Message read(String hex) throws DecodeException {
        return assertInstanceOf(S2Message.class, Wire.decode(hex));
    }

    private static String hex(S2Message message) {
        return HexFormat.of().formatHex(message.encode());
    }
}
