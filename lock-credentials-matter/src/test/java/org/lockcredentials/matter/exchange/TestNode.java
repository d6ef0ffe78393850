package org.lockcredentials.matter.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.crypto.SessionKeys;
import org.lockcredentials.matter.message.KeptCounter;
import org.lockcredentials.matter.session.Peer;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.session.SessionParameters;
import org.lockcredentials.matter.session.SessionTable;
import org.lockcredentials.matter.udp.FakeNetwork;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.testing.MemoryStore;

/** One end of the protocol, on a network and a clock that the test owns. */
public final class TestNode {

    public final Actor actor;
    public final MemoryStore store = new MemoryStore();
    public final SecureRandom random = new SecureRandom();
    public final SessionTable sessions;
    public final ExchangeManager exchanges;
    private final FakeNetwork.Port port;

    public TestNode(FakeNetwork network, ManualScheduler time, int number) {
        this.actor = new Actor(time.executor(), time);
        this.port = network.port(number);
        this.sessions = new SessionTable(random, new KeptCounter(store, "matter/counter", random), 16);
        this.exchanges = new ExchangeManager(actor, port, sessions, SessionParameters.DEFAULT, random);
        try {
            exchanges.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its port fails, and cannot be opened so many times. */
    public void losePort(int unavailable) {
        port.fail(unavailable);
    }

    public InetSocketAddress address() {
        return port.address();
    }

    /** Gives two nodes a session with each other, as if they had agreed on it; the first one's end of it. */
    public static SecureSession connect(TestNode initiator, TestNode responder) {
        return connect(initiator, responder, 2);
    }

    /** The same, with another number of the second node than 2. */
    public static SecureSession connect(TestNode initiator, TestNode responder, long number) {
        int theirs = responder.sessions.reserve();
        int ours = initiator.sessions.reserve();
        SecureSession session = initiator.add(responder, ours, theirs, 1, number);
        responder.add(initiator, theirs, ours, number, 1);
        return session;
    }

    private SecureSession add(TestNode other, int localId, int peerId, long me, long them) {
        SecureSession session = new SecureSession(
                new SecureSession.Ends(localId, peerId, me == 1, me, Optional.of(new PeerNode(7, them))),
                SessionKeys.ofCase(Secret.of(new byte[32]), new byte[16]),
                new Peer(other.address(), SessionParameters.DEFAULT),
                sessions.counter());
        sessions.add(session);
        return session;
    }
}
