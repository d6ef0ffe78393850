package org.lockcredentials.matter.exchange;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.exchange.Recognition.Recognized;
import org.lockcredentials.matter.message.DropCount;
import org.lockcredentials.matter.message.Dropped;
import org.lockcredentials.matter.message.Message;
import org.lockcredentials.matter.message.ProtocolHeader;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.Session;
import org.lockcredentials.matter.session.SessionParameters;
import org.lockcredentials.matter.session.SessionTable;
import org.lockcredentials.matter.session.UnsecuredSession;
import org.lockcredentials.matter.udp.DatagramPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings datagrams to the exchanges that they belong to, and the other way, section 4.10.5.
 *
 * <p>Used by tasks of its actor only, but for {@link #start()} and the counts.
 */
public final class ExchangeManager {

    private static final Logger log = LoggerFactory.getLogger(ExchangeManager.class);

    private static final byte[] NOTHING = {};

    private final Actor actor;
    private final PortKeeper port;
    private final SessionTable sessions;
    private final SessionParameters ours;
    private final RandomGenerator random;
    private final Map<Key, Exchange> exchanges = new HashMap<>();
    private final Map<ProtocolId, ExchangeHandler> handlers = new HashMap<>();
    private final Turns turns = new Turns();
    private final Delays delays;
    private final Recognition recognition;
    private final DropCount drops = new DropCount();
    private int lastId;
    private boolean closed;

    /** An exchange belongs to a session, which is told from others by identity, and either end numbers those it begins. */
    private record Key(Session session, int id, boolean initiator) {}

    /** @param ours what other nodes are told of this one */
    public ExchangeManager(
            Actor actor, DatagramPort port, SessionTable sessions, SessionParameters ours, RandomGenerator random) {
        this.actor = actor;
        this.delays = new Delays(actor);
        this.port = new PortKeeper(actor, port, delays, drops, this::receive);
        this.sessions = sessions;
        this.recognition = new Recognition(sessions, drops, this::takesUnsecured);
        this.ours = ours;
        this.random = random;
        this.lastId = random.nextInt(1 << 16);
        sessions.onClose(this::sessionClosed);
    }

    /**
     * Opens the port and begins to listen.
     *
     * @throws IOException if the port cannot be had
     */
    public void start() throws IOException {
        port.open();
    }

    public Actor actor() {
        return actor;
    }

    public SessionTable sessions() {
        return sessions;
    }

    /** What other nodes are told of this one. */
    public SessionParameters parameters() {
        return ours;
    }

    /** How many datagrams changed nothing, and why; may be read by any thread. */
    public DropCount drops() {
        return drops;
    }

    /** Has {@code handler} take the exchanges of this protocol that other nodes begin. */
    public void handle(ProtocolId protocol, ExchangeHandler handler) {
        handlers.put(protocol, handler);
    }

    /**
     * Begins an exchange, of which nothing is sent while five others go on in the session. If the session or the manager is closed, or 256 others wait,
     * everything asked of it fails.
     */
    public Exchange open(Session session, ProtocolId protocol) {
        Key key = nextKey(session);
        Exchange exchange = new Exchange(this, session, protocol, key.id, true);
        if (closed) {
            exchange.abort(new ChannelException(Kind.CLOSED, "no exchange can begin any more"));
            sessions.close(session);
        } else if (!session.isOpen()) {
            exchange.abort(unsent());
        } else {
            exchanges.put(key, exchange);
            turns.enter(exchange);
        }
        return exchange;
    }

    /**
     * Says something that the other end may miss and that nothing answers, at once and in an exchange of its own.
     *
     * @param payload is wiped when it is sent
     */
    public void say(Session session, ProtocolId protocol, int opcode, byte... payload) {
        if (!closed && session.isOpen()) {
            Exchange exchange = new Exchange(this, session, protocol, nextKey(session).id, true);
            exchange.begin();
            exchange.sendUnreliably(protocol, opcode, payload);
        }
    }

    private Key nextKey(Session session) {
        Key key;
        do {
            lastId = lastId + 1 & 0xFFFF;
            key = new Key(session, lastId, true);
        } while (exchanges.containsKey(key));
        return key;
    }

    /**
     * Fails all that is not done with CLOSED, forgets all sessions and releases the port; doing so again changes nothing.
     *
     * <p>Completes without a value within a second. Who wants other nodes to know says so to them before.
     */
    public CompletableFuture<Void> close() {
        closed = true;
        turns.endAll();
        ChannelException reason = new ChannelException(Kind.CLOSED, "all exchanges were closed");
        List.copyOf(exchanges.values()).forEach(exchange -> exchange.abort(reason));
        // First, so that nothing which waits for its turn finds a port to open again.
        CompletableFuture<Void> released = port.close();
        delays.close();
        sessions.closeAll();
        return released;
    }

    /** Runs a task of the actor after a while, or at once when all is closed before. */
    public void later(Duration delay, Runnable task) {
        delays.after(delay, task);
    }

    /** True once nothing begins any more. */
    boolean isClosed() {
        return closed;
    }

    /** Exchanges that are not over. */
    int size() {
        return exchanges.size();
    }

    void remove(Exchange exchange) {
        boolean removed = exchanges.remove(keyOf(exchange), exchange);
        turns.leave(exchange);
        if (removed && exchange.session() instanceof UnsecuredSession session && session.isOpen()) {
            // The other end may have missed the last acknowledgement and send again what it answers.
            later(longestDelivery(), () -> sessions.close(session));
        }
    }

    void transmit(Session session, byte[] datagram) {
        port.send(datagram, session.peer().address());
    }

    Duration backoff(Session session, int transmissions) {
        SessionParameters theirs = session.peer().parameters();
        Duration interval = session.peer().isActive(actor.nanoTime()) ? theirs.activeInterval() : theirs.idleInterval();
        Duration used = session instanceof UnsecuredSession ? Backoff.inHandshake(interval) : interval;
        return Backoff.delay(used, transmissions, random.nextDouble());
    }

    /** How long a message of ours may take at most until the node has it, or it is given up. */
    public Duration longestDelivery(Session session) {
        return Backoff.longest(session.peer().parameters());
    }

    /** How long a node may go on sending a message to us. */
    Duration longestDelivery() {
        return Backoff.longest(ours);
    }

    void acknowledge(Session session, int exchangeId, boolean initiator, long counter) {
        if (!session.isOpen()) {
            return;
        }
        ProtocolHeader header = new ProtocolHeader(
                initiator,
                false,
                Exchange.STANDALONE_ACK,
                exchangeId,
                ProtocolId.SECURE_CHANNEL,
                OptionalLong.of(counter));
        transmit(session, session.seal(new Message(header, NOTHING)).datagram());
    }

    /** A node that is silent may have forgotten the session: the next exchange needs another one. */
    void unanswered(Exchange exchange, long since) {
        Session session = exchange.session();
        if (!session.peer().wasHeardSince(since)) {
            // This one fails by its own reason.
            exchanges.remove(keyOf(exchange), exchange);
            sessions.close(session);
        }
    }

    private static Key keyOf(Exchange exchange) {
        return new Key(exchange.session(), exchange.id(), exchange.isInitiator());
    }

    private void sessionClosed(Session session) {
        turns.end(session);
        ChannelException reason = new ChannelException(Kind.SESSION_CLOSED, "the session was closed");
        for (Exchange exchange : List.copyOf(exchanges.values())) {
            if (exchange.session() == session) {
                exchange.abort(exchange.hasBegun() ? reason : unsent());
            }
        }
    }

    private static ChannelException unsent() {
        return new ChannelException(Kind.UNSENT, "the session was closed before anything was said");
    }

    private void receive(byte[] datagram, InetSocketAddress from) {
        recognition.read(datagram, from).ifPresent(message -> dispatch(message, from));
    }

    private boolean takesUnsecured(ProtocolId protocol) {
        ExchangeHandler handler = handlers.get(protocol);
        return handler != null && handler.takesUnsecured();
    }

    private void dispatch(Recognized arrived, InetSocketAddress from) {
        Session session = arrived.session();
        long counter = arrived.counter();
        Message message = arrived.message();
        ProtocolHeader header = message.header();
        Exchange exchange = exchanges.get(new Key(session, header.exchangeId(), !header.initiator()));
        if (exchange != null && !exchange.hasRoomFor(header)) {
            // Not taken note of, so that it is new when it comes again.
            drops.add(Dropped.NO_ROOM);
            return;
        }
        boolean fresh = session.accept(counter);
        if (fresh) {
            session.heard(from, actor.nanoTime());
        } else {
            drops.add(Dropped.REPLAYED);
        }
        if (exchange != null) {
            exchange.receive(message, counter, fresh);
        } else if (Exchange.isStandaloneAck(header)) {
            log.trace("an acknowledgement of what is over");
        } else if (fresh && header.initiator() && handlers.containsKey(header.protocol())) {
            begin(session, counter, message);
        } else {
            if (fresh) {
                drops.add(Dropped.UNEXPECTED);
            }
            if (header.reliable()) {
                acknowledge(session, header.exchangeId(), !header.initiator(), counter);
            }
        }
    }

    private void begin(Session session, long counter, Message message) {
        ProtocolHeader header = message.header();
        ExchangeHandler handler = handlers.get(header.protocol());
        if (handler == null || session instanceof UnsecuredSession && !handler.takesUnsecured()) {
            drops.add(Dropped.UNEXPECTED);
            return;
        }
        Exchange exchange = new Exchange(this, session, header.protocol(), header.exchangeId(), false);
        exchanges.put(new Key(session, header.exchangeId(), false), exchange);
        try {
            exchange.receiveFirst(message, counter, handler);
        } catch (RuntimeException broken) {
            // Nobody has it, so nobody would ever close it.
            exchange.abort(new ChannelException(Kind.CLOSED, "whoever was to take the exchange broke down"));
            throw broken;
        }
    }
}
