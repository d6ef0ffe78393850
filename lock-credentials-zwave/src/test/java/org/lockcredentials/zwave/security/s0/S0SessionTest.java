package org.lockcredentials.zwave.security.s0;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.Wire;
import org.lockcredentials.zwave.command.security0.S0Message;
import org.lockcredentials.zwave.command.security0.S0Nonce;
import org.lockcredentials.zwave.crypto.S0Keys;
import org.lockcredentials.zwave.security.Link;
import org.lockcredentials.zwave.security.ScriptedRandom;

class S0SessionTest {

    private static final S0Keys KEYS = S0Keys.of(Wire.secret("404142434445464748494a4b4c4d4e4f"));
    private static final Secret ON = Wire.secret("2001ff");
    private static final String OWN_NONCE = "d39b9d02570dfe3a";
    private static final String PEER_NONCE = "a0a1a2a3a4a5a6a7";
    private static final String MESSAGE = "9881d39b9d02570dfe3a9d870cc3a0a72da6e7b44d41ce";

    private final AtomicLong now = new AtomicLong();
    private final S0Session a = session(1, 2, new ScriptedRandom(1));
    private final S0Session b = session(2, 1, new ScriptedRandom(2));

    /** Made by SecurityCCCommandEncapsulation of @zwave-js/cc 15.29.0 as node 5, its random nonce read from the frame. */
    @Test
    void writesWhatZWaveJsWrites() {
        S0Session session = session(5, 1, new ScriptedRandom(0, "00000000", OWN_NONCE));
        assertInstanceOf(Outgoing.NonceNeeded.class, session.begin(ON));
        S0Nonce.Report report = new S0Nonce.Report(Octets.of(Wire.bytes(PEER_NONCE)));
        Incoming.NonceReceived received = assertInstanceOf(Incoming.NonceReceived.class, session.onNonceReport(report));
        assertEquals(MESSAGE, HexFormat.of().formatHex(received.next().message().encode()));
        assertTrue(received.next().complete());
    }

    /** The same frame, received. */
    @Test
    void readsWhatZWaveJsWrites() throws DecodeException {
        S0Session session = session(1, 5, new ScriptedRandom(0, "00000000", PEER_NONCE));
        session.onNonceGet();
        S0Message message = assertInstanceOf(S0Message.class, Wire.decode(MESSAGE));
        assertEquals(new Incoming.Opened(ON, Optional.empty()), session.onMessage(message));
        assertEquals(new Incoming.Ignored(Incoming.Reason.UNKNOWN_NONCE), session.onMessage(message));
    }

    @Test
    void whatDoesNotFitGoesInTwoHalves() {
        Secret longest = Secret.of(new byte[52]);
        S0Message first = begun(longest).message();
        assertEquals(46, first.encode().length);
        assertInstanceOf(S0Message.NonceGet.class, first);
        Incoming.HalfOpened half = assertInstanceOf(Incoming.HalfOpened.class, b.onMessage(first));
        Outgoing.Encapsulated second = assertInstanceOf(Incoming.NonceReceived.class, a.onNonceReport(half.reply()))
                .next();
        assertTrue(second.complete());
        assertEquals(46, second.message().encode().length);
        assertEquals(new Incoming.Opened(longest, Optional.empty()), b.onMessage(second.message()));
        assertEquals(new Outgoing.TooLong(52), a.begin(Secret.of(new byte[53])));
    }

    @Test
    void aNonceLivesTenSeconds() {
        S0Message message = begun(ON).message();
        now.addAndGet(Duration.ofSeconds(11).toNanos());
        assertEquals(new Incoming.Ignored(Incoming.Reason.UNKNOWN_NONCE), b.onMessage(message));
        S0Message inTime = begun(ON).message();
        now.addAndGet(Duration.ofSeconds(9).toNanos());
        assertEquals(new Incoming.Opened(ON, Optional.empty()), b.onMessage(inTime));
    }

    @Test
    void aPeersNonceIsKeptForLessThanThreeSeconds() {
        a.begin(ON);
        a.cancel();
        assertEquals(new Incoming.NonceKept(), a.onNonceReport(asked(b)));
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        Outgoing.Encapsulated soon = assertInstanceOf(Outgoing.Encapsulated.class, a.begin(ON));
        assertEquals(new Incoming.Opened(ON, Optional.empty()), b.onMessage(soon.message()));
        a.begin(ON);
        a.cancel();
        a.onNonceReport(asked(b));
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        assertInstanceOf(Outgoing.NonceNeeded.class, a.begin(ON));
    }

    /** Locks that are asked twice answer twice, and some take only the second of their nonces. */
    @Test
    void aSecondNonceGetIsHeldBack() {
        assertInstanceOf(Outgoing.NonceNeeded.class, a.begin(ON));
        assertInstanceOf(Outgoing.NonceAwaited.class, a.begin(ON));
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertInstanceOf(Outgoing.NonceNeeded.class, a.begin(ON));
    }

    @Test
    void bothAskAndSendAtOnce() {
        a.begin(ON);
        b.begin(ON);
        S0Nonce.Report forA = asked(b);
        S0Nonce.Report forB = asked(a);
        S0Message fromA = next(a.onNonceReport(forA));
        S0Message fromB = next(b.onNonceReport(forB));
        assertEquals(new Incoming.Opened(ON, Optional.empty()), a.onMessage(fromB));
        assertEquals(new Incoming.Opened(ON, Optional.empty()), b.onMessage(fromA));
    }

    /** SDS10865 §5.2.1.1: one answer, valid or not, uses up every nonce of that node. */
    @Test
    void oneMessageUsesUpAllNonces() {
        a.begin(ON);
        S0Message message = next(a.onNonceReport(asked(b)));
        asked(b);
        Octets wrong = Octets.of(new byte[8]);
        S0Message forged =
                new S0Message.Last(message.senderNonce(), message.ciphertext(), message.receiverNonceId(), wrong);
        assertEquals(new Incoming.Ignored(Incoming.Reason.FORGED), b.onMessage(forged));
        assertEquals(new Incoming.Ignored(Incoming.Reason.UNKNOWN_NONCE), b.onMessage(message));
    }

    @Test
    void aNonceThatNothingAskedForIsNotUsed() {
        assertEquals(
                new Incoming.Ignored(Incoming.Reason.UNSOLICITED),
                a.onNonceReport(new S0Nonce.Report(Octets.of(new byte[8]))));
        assertInstanceOf(Outgoing.NonceNeeded.class, a.begin(ON));
    }

    private Outgoing.Encapsulated begun(Secret command) {
        assertInstanceOf(Outgoing.NonceNeeded.class, a.begin(command));
        return assertInstanceOf(Incoming.NonceReceived.class, a.onNonceReport(asked(b)))
                .next();
    }

    private S0Session session(int own, int peer, ScriptedRandom random) {
        return new S0Session(new Link(1, own, peer), KEYS, 46, random, now::get);
    }

    private static S0Nonce.Report asked(S0Session session) {
        return assertInstanceOf(Incoming.NonceAsked.class, session.onNonceGet()).reply();
    }

    private static S0Message next(Incoming incoming) {
        return assertInstanceOf(Incoming.NonceReceived.class, incoming).next().message();
    }
}
