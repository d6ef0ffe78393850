package org.lockcredentials.matter.session;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lockcredentials.matter.message.KeptCounter;
import org.lockcredentials.matter.message.SessionCounter;

/**
 * All sessions of this controller, by their numbers and by who is at the other end.
 *
 * <p>Used by tasks of one actor only.
 */
public final class SessionTable {

    /** Unsecured sessions at a time, each of which lasts as long as one handshake. */
    static final int MAX_UNSECURED = 256;

    private final SecureRandom random;
    private final KeptCounter unsecuredCounter;
    private final int capacity;
    private final Map<Integer, SecureSession> secure = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<PeerNode, SecureSession> nodes = new HashMap<>();
    private final Map<Long, UnsecuredSession> unsecured = new LinkedHashMap<>();
    private final Set<Integer> reserved = new HashSet<>();
    private final List<Consumer<Session>> closeListeners = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param capacity secure sessions at a time; the one that was used longest ago makes room for the next
     */
    public SessionTable(SecureRandom random, KeptCounter unsecuredCounter, int capacity) {
        this.random = random;
        this.unsecuredCounter = unsecuredCounter;
        this.capacity = capacity;
    }

    /**
     * Tells {@code listener} of each session that is closed, whoever did it.
     *
     * @return ends that
     */
    public Runnable onClose(Consumer<Session> listener) {
        closeListeners.add(listener);
        return () -> closeListeners.remove(listener);
    }

    /** A number, 1 to 65,535, that no session of ours has; it is kept for the caller until {@link #add} or {@link #release}. */
    public int reserve() {
        int id;
        do {
            id = 1 + random.nextInt(0xFFFF);
        } while (secure.containsKey(id) || !reserved.add(id));
        return id;
    }

    /** Gives a reserved number back. */
    public void release(int id) {
        reserved.remove(id);
    }

    /** A counter for a session to come. */
    public SessionCounter counter() {
        return SessionCounter.random(random);
    }

    /** Takes in a session, which from now on is the one to its node. */
    public void add(SecureSession session) {
        reserved.remove(session.id());
        while (secure.size() >= capacity) {
            close(secure.values().iterator().next());
        }
        secure.put(session.id(), session);
        session.node().ifPresent(node -> nodes.put(node, session));
    }

    /** The session that the other end of it means by this number. */
    public Optional<SecureSession> find(int id) {
        return Optional.ofNullable(secure.get(id));
    }

    /** The session to use for a node. */
    public Optional<SecureSession> find(PeerNode node) {
        return Optional.ofNullable(nodes.get(node)).filter(SecureSession::isFresh);
    }

    /** All secure sessions. */
    public List<SecureSession> all() {
        return List.copyOf(secure.values());
    }

    /** An unsecured session with a node that we speak to first. */
    public UnsecuredSession unsecuredTo(InetSocketAddress address, SessionParameters parameters) {
        long ephemeralNodeId;
        do {
            // Operational node ids, section 2.5.5.1.
            ephemeralNodeId = random.nextLong(1, 0xFFFF_FFEF_FFFF_FFFFL >>> 1);
        } while (unsecured.containsKey(ephemeralNodeId));
        return addUnsecured(ephemeralNodeId, true, new Peer(address, parameters));
    }

    /** An unsecured session with a node that spoke first. */
    public UnsecuredSession unsecuredFrom(long ephemeralNodeId, InetSocketAddress address) {
        return addUnsecured(ephemeralNodeId, false, new Peer(address, SessionParameters.DEFAULT));
    }

    private UnsecuredSession addUnsecured(long ephemeralNodeId, boolean initiator, Peer peer) {
        if (unsecured.size() >= MAX_UNSECURED) {
            close(unsecured.values().iterator().next());
        }
        UnsecuredSession session = new UnsecuredSession(ephemeralNodeId, initiator, unsecuredCounter, peer);
        unsecured.put(ephemeralNodeId, session);
        return session;
    }

    /** The unsecured session of this ephemeral node id. */
    public Optional<UnsecuredSession> findUnsecured(long ephemeralNodeId) {
        return Optional.ofNullable(unsecured.get(ephemeralNodeId));
    }

    /** Unsecured sessions that are open. */
    public int unsecured() {
        return unsecured.size();
    }

    /** Forgets all sessions and wipes their keys. */
    public void closeAll() {
        all().forEach(this::close);
        List.copyOf(unsecured.values()).forEach(this::close);
    }

    /** Forgets a session and wipes its keys; doing so again changes nothing. */
    public void close(Session session) {
        if (!session.isOpen()) {
            return;
        }
        if (session instanceof SecureSession ended) {
            secure.remove(ended.id());
            ended.node().ifPresent(node -> nodes.remove(node, ended));
            ended.close();
        } else if (session instanceof UnsecuredSession ended) {
            unsecured.remove(ended.ephemeralNodeId());
            ended.close();
        }
        List.copyOf(closeListeners).forEach(listener -> listener.accept(session));
    }
}
