package org.lockcredentials.matter.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.crypto.SessionKeys;
import org.lockcredentials.matter.message.KeptCounter;
import org.lockcredentials.matter.message.Message;
import org.lockcredentials.matter.message.ProtocolHeader;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.testing.MemoryStore;

class SessionTableTest {

    private static final int CAPACITY = 4;
    private static final InetSocketAddress ADDRESS = new InetSocketAddress(InetAddress.getLoopbackAddress(), 5540);

    private final SecureRandom random = new SecureRandom();
    private final SessionTable table =
            new SessionTable(random, new KeptCounter(new MemoryStore(), "matter/counter", random), CAPACITY);
    private final List<Session> closed = new ArrayList<>();

    SessionTableTest() {
        table.onClose(closed::add);
    }

    private SecureSession add(long nodeId) {
        SecureSession session = new SecureSession(
                new SecureSession.Ends(table.reserve(), 9, true, 1, Optional.of(new PeerNode(7, nodeId))),
                SessionKeys.ofPase(Secret.of(new byte[16])),
                new Peer(ADDRESS, SessionParameters.DEFAULT),
                table.counter());
        table.add(session);
        return session;
    }

    @Test
    void theSessionThatWasUsedLongestAgoMakesRoom() {
        List<SecureSession> sessions = new ArrayList<>();
        for (int node = 0; node < CAPACITY; node++) {
            sessions.add(add(node));
        }
        table.find(sessions.get(0).id());
        SecureSession next = add(99);
        assertTrue(sessions.get(0).isOpen(), "used a moment ago");
        assertFalse(sessions.get(1).isOpen());
        assertEquals(List.of(sessions.get(1)), closed);
        assertTrue(table.find(new PeerNode(7, 1)).isEmpty());
        assertSame(next, table.find(new PeerNode(7, 99)).orElseThrow());
    }

    @Test
    void theLatestSessionIsTheOneToUse() {
        SecureSession first = add(5);
        SecureSession second = add(5);
        assertSame(second, table.find(new PeerNode(7, 5)).orElseThrow());
        table.close(first);
        assertSame(second, table.find(new PeerNode(7, 5)).orElseThrow());
        table.close(second);
        table.close(second);
        assertTrue(table.find(new PeerNode(7, 5)).isEmpty());
        assertEquals(2, closed.size());
    }

    @Test
    void aClosedSessionHasNoKeys() {
        SecureSession session = add(5);
        table.close(session);
        assertTrue(session.attestationChallenge().isWiped());
        Message message = new Message(
                new ProtocolHeader(true, false, 1, 1, ProtocolId.SECURE_CHANNEL, OptionalLong.empty()), new byte[0]);
        assertThrows(IllegalStateException.class, () -> session.seal(message));
    }

    @Test
    void numbersAreReservedOnce() {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            int number = table.reserve();
            assertTrue(number > 0 && number <= 0xFFFF);
            assertTrue(numbers.add(number));
        }
    }

    @Test
    void unsecuredSessionsAreBounded() {
        UnsecuredSession first = table.unsecuredTo(ADDRESS, SessionParameters.DEFAULT);
        for (int i = 0; i < SessionTable.MAX_UNSECURED; i++) {
            table.unsecuredTo(ADDRESS, SessionParameters.DEFAULT);
        }
        assertFalse(first.isOpen());
        assertTrue(table.findUnsecured(first.ephemeralNodeId()).isEmpty());
    }

    @Test
    void whoListensNoMoreIsToldNothing() {
        List<Session> heard = new ArrayList<>();
        Runnable unregister = table.onClose(heard::add);
        SecureSession first = add(1);
        table.close(first);
        unregister.run();
        table.close(add(2));
        assertEquals(List.of(first), heard);
        assertEquals(2, closed.size(), "others are told as before");
    }
}
