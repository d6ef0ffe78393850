package org.lockcredentials.matter.exchange;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.actor.Actor;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.message.DropCount;
import org.lockcredentials.matter.message.Dropped;
import org.lockcredentials.matter.message.Message;
import org.lockcredentials.matter.message.MessageHeader;
import org.lockcredentials.matter.message.ProtocolHeader;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.message.WireReader;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.session.Session;
import org.lockcredentials.matter.session.SessionParameters;
import org.lockcredentials.matter.session.SessionTable;
import org.lockcredentials.matter.session.UnsecuredSession;
import org.lockcredentials.matter.udp.DatagramPort;
import org.lockcredentials.spi.Scheduler.Cancellable;
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
    private final DatagramPort port;
    private final SessionTable sessions;
    private final SessionParameters ours;
    private final RandomGenerator random;
    private final Map<Key, Exchange> exchanges = new HashMap<>();
    private final Map<ProtocolId, ExchangeHandler> handlers = new HashMap<>();
    private final Set<Later> waiting = new HashSet<>();
    private final DropCount drops = new DropCount();
    private int lastId;
    private boolean closed;

    /** An exchange belongs to a session, which is told from others by identity, and either end numbers those it begins. */
    private record Key(Session session, int id, boolean initiator) {}

    /** @param ours what other nodes are told of this one */
    public ExchangeManager(
            Actor actor, DatagramPort port, SessionTable sessions, SessionParameters ours, RandomGenerator random) {
        this.actor = actor;
        this.port = port;
        this.sessions = sessions;
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
        port.open(new Arrivals());
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

    /** Begins an exchange; if the session or the manager is closed, everything asked of it fails. */
    public Exchange open(Session session, ProtocolId protocol) {
        Key key;
        do {
            lastId = lastId + 1 & 0xFFFF;
            key = new Key(session, lastId, true);
        } while (exchanges.containsKey(key));
        Exchange exchange = new Exchange(this, session, protocol, lastId, true);
        if (closed || !session.isOpen()) {
            exchange.abort(new ChannelException(Kind.CLOSED, "no exchange can begin any more"));
        } else {
            exchanges.put(key, exchange);
        }
        return exchange;
    }

    /**
     * Fails all that is not done with CLOSED, forgets all sessions and releases the port; doing so again changes nothing.
     *
     * <p>Completes without a value within a second. Who wants other nodes to know says so to them before.
     */
    public CompletableFuture<Void> close() {
        closed = true;
        ChannelException reason = new ChannelException(Kind.CLOSED, "all exchanges were closed");
        List.copyOf(exchanges.values()).forEach(exchange -> exchange.abort(reason));
        List.copyOf(waiting).forEach(Later::runNow);
        sessions.all().forEach(sessions::close);
        return port.close();
    }

    /** Runs a task of the actor after a while, or at once when all is closed before. */
    public void later(Duration delay, Runnable task) {
        Later later = new Later(task);
        waiting.add(later);
        later.timer = actor.after(delay, later::runNow);
        if (closed) {
            later.runNow();
        }
    }

    /** Exchanges that are not over. */
    int size() {
        return exchanges.size();
    }

    void remove(Exchange exchange) {
        boolean removed = exchanges.remove(keyOf(exchange), exchange);
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
        return Backoff.delay(interval, transmissions, random.nextDouble());
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
        ChannelException reason = new ChannelException(Kind.SESSION_CLOSED, "the session was closed");
        for (Exchange exchange : List.copyOf(exchanges.values())) {
            if (exchange.session() == session) {
                exchange.abort(reason);
            }
        }
    }

    private void receive(byte[] datagram, InetSocketAddress from) {
        if (closed) {
            return;
        }
        try {
            WireReader reader = WireReader.of(datagram);
            MessageHeader header = MessageHeader.decode(reader);
            byte[] front = Arrays.copyOf(datagram, reader.position());
            byte[] body = reader.rest();
            if (header.sessionId() == 0) {
                receiveUnsecured(header, Message.decode(body), from);
            } else {
                receiveSecure(header, front, body, from);
            }
        } catch (DecodeException malformed) {
            log.debug("a datagram from {} is malformed: {}", from, malformed.getMessage());
            drops.add(Dropped.MALFORMED);
        }
    }

    private void receiveSecure(MessageHeader header, byte[] front, byte[] body, InetSocketAddress from)
            throws DecodeException {
        Optional<SecureSession> session = sessions.find(header.sessionId());
        if (session.isEmpty()) {
            drops.add(Dropped.UNKNOWN_SESSION);
            return;
        }
        Optional<byte[]> plaintext = session.get().decrypt(header, front, body);
        if (plaintext.isEmpty()) {
            drops.add(Dropped.FORGED);
            return;
        }
        dispatch(session.get(), header.counter(), Message.decode(plaintext.get()), from);
    }

    private void receiveUnsecured(MessageHeader header, Message message, InetSocketAddress from) {
        // An answer names our ephemeral node id as its destination; what names it as its source is our own message,
        // come back.
        boolean answer = header.destination().isPresent();
        OptionalLong node = answer ? header.destination() : header.source();
        Optional<UnsecuredSession> known = node.isPresent()
                ? sessions.findUnsecured(node.getAsLong()).filter(session -> session.isInitiator() == answer)
                : Optional.empty();
        if (known.isPresent()) {
            dispatch(known.get(), header.counter(), message, from);
        } else if (!answer && opensUnsecured(node, message)) {
            dispatch(sessions.unsecuredFrom(node.getAsLong(), from), header.counter(), message, from);
        } else {
            drops.add(Dropped.UNKNOWN_SESSION);
        }
    }

    private boolean opensUnsecured(OptionalLong node, Message message) {
        ExchangeHandler handler = handlers.get(message.header().protocol());
        return node.isPresent()
                && sessions.findUnsecured(node.getAsLong()).isEmpty()
                && handler != null
                && handler.takesUnsecured()
                && message.header().initiator();
    }

    private void dispatch(Session session, long counter, Message message, InetSocketAddress from) {
        boolean fresh = session.accept(counter);
        if (!fresh) {
            drops.add(Dropped.REPLAYED);
        } else {
            session.peer().heard(from, actor.nanoTime());
        }
        ProtocolHeader header = message.header();
        Exchange exchange = exchanges.get(new Key(session, header.exchangeId(), !header.initiator()));
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
        exchange.receiveFirst(message, counter, handler);
    }

    private final class Arrivals implements DatagramPort.Listener {

        @Override
        public void received(byte[] datagram, InetSocketAddress from) {
            try {
                actor.execute(() -> receive(datagram, from));
            } catch (RejectedExecutionException shutDown) {
                log.debug("the executor takes no more work: a datagram is dropped");
            }
        }

        @Override
        public void failed(IOException reason) {
            log.warn("the port receives nothing any more", reason);
        }
    }

    private final class Later {

        private final Runnable task;
        private @Nullable Cancellable timer;

        Later(Runnable task) {
            this.task = task;
        }

        void runNow() {
            if (timer != null) {
                timer.cancel();
            }
            if (waiting.remove(this)) {
                task.run();
            }
        }
    }
}
