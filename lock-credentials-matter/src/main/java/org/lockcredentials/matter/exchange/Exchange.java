package org.lockcredentials.matter.exchange;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.message.Message;
import org.lockcredentials.matter.message.ProtocolHeader;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.Sealed;
import org.lockcredentials.matter.session.Session;

/**
 * A conversation of two nodes: messages that belong together, each delivered once or known not to be, section 4.10.
 *
 * <p>Used by tasks of its actor only; futures complete there. Each future completes with a {@link ChannelException} TIMEOUT if the
 * other end does not acknowledge or answer, SESSION_CLOSED if the session ends meanwhile and UNSENT if it ends before anything was sent, BUSY if too many
 * exchanges wait for their turn, CLOSED if this end closes the exchange.
 */
public final class Exchange {

    /** How long a node needs for an answer, if nothing else is known. */
    public static final Duration PROCESSING = Duration.ofSeconds(5);

    /** The MRP Standalone Acknowledgement, section 4.12.7.1. */
    static final int STANDALONE_ACK = 0x10;

    private final ExchangeManager manager;
    private final Session session;
    private final ProtocolId protocol;
    private final int id;
    private final boolean initiator;
    private final Outbox outbox;
    private final Inbox inbox;
    private final Acknowledger acknowledger;
    private boolean begun;
    private boolean closed;
    private @Nullable ChannelException ending;

    Exchange(ExchangeManager manager, Session session, ProtocolId protocol, int id, boolean initiator) {
        this.manager = manager;
        this.session = session;
        this.protocol = protocol;
        this.id = id;
        this.initiator = initiator;
        this.begun = !initiator;
        this.outbox = new Outbox(manager.actor(), new Line());
        this.inbox = new Inbox(manager.actor());
        this.acknowledger =
                new Acknowledger(manager.actor(), counter -> manager.acknowledge(session, id, initiator, counter));
    }

    /** It is our turn to say something in the session. */
    void begin() {
        begun = true;
        outbox.pump();
    }

    /** False while it waits for its turn, and nothing was sent. */
    boolean hasBegun() {
        return begun;
    }

    /** The session that it is part of. */
    public Session session() {
        return session;
    }

    int id() {
        return id;
    }

    boolean isInitiator() {
        return initiator;
    }

    /** {@link #send(ProtocolId, int, byte[])} of the exchange's own protocol. */
    public CompletableFuture<Void> send(int opcode, byte... payload) {
        return send(protocol, opcode, payload);
    }

    /**
     * Sends a message, behind those that are not acknowledged yet. Completes without a value when the other end has it.
     *
     * @param payload is wiped when it is sent
     */
    public CompletableFuture<Void> send(ProtocolId ofProtocol, int opcode, byte... payload) {
        return queue(ofProtocol, opcode, true, payload);
    }

    /** Sends a message that the other end may miss. @param payload is wiped when it is sent */
    void sendUnreliably(ProtocolId ofProtocol, int opcode, byte... payload) {
        queue(ofProtocol, opcode, false, payload);
    }

    /**
     * Sends a message and completes with the next one that the other end sends.
     *
     * @param payload is wiped when it is sent
     * @param processing how long the other end may need for the answer, besides the time that it may take on the network
     */
    public CompletableFuture<Received> request(int opcode, byte[] payload, Duration processing) {
        if (refuses()) {
            Arrays.fill(payload, (byte) 0);
            return CompletableFuture.failedFuture(ended());
        }
        CompletableFuture<Received> answer = inbox.next(patience(processing));
        send(opcode, payload).whenComplete((sent, failure) -> {
            if (failure != null) {
                inbox.fail(failure);
            }
        });
        return answer;
    }

    /**
     * Completes with the next message that the other end sends.
     *
     * @param processing how long the other end may need for it, besides the time that it may take on the network
     * @throws IllegalStateException if one is awaited already
     */
    public CompletableFuture<Received> next(Duration processing) {
        if (refuses()) {
            return CompletableFuture.failedFuture(ended());
        }
        CompletableFuture<Received> next = inbox.next(patience(processing));
        if (outbox.isIdle()) {
            inbox.watch();
        }
        return next;
    }

    /**
     * Ends the conversation; doing so again changes nothing. What was received is acknowledged at once, what was sent goes on being
     * sent until it is acknowledged, and what still arrives is acknowledged and dropped.
     */
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        acknowledger.flush();
        inbox.fail(new ChannelException(Kind.CLOSED, "the exchange was closed"));
        if (outbox.isIdle()) {
            manager.remove(this);
        }
    }

    /** Ends the conversation and fails all that is not done. */
    void abort(ChannelException reason) {
        closed = true;
        ending = reason;
        acknowledger.take();
        outbox.failAll(reason);
        inbox.fail(reason);
        manager.remove(this);
    }

    /** False if a message would have to be dropped, because too many are unread. */
    boolean hasRoomFor(ProtocolHeader header) {
        return closed || isStandaloneAck(header) || !inbox.isFull();
    }

    /** A message for this exchange, which is genuine; a task of the actor. */
    void receive(Message message, long counter, boolean fresh) {
        ProtocolHeader header = message.header();
        header.acknowledged().ifPresent(outbox::acknowledged);
        if (!fresh || closed) {
            if (header.reliable()) {
                manager.acknowledge(session, id, initiator, counter);
            }
        } else if (!isStandaloneAck(header)) {
            deliver(message, counter);
        }
        if (outbox.isIdle()) {
            inbox.watch();
        }
    }

    static boolean isStandaloneAck(ProtocolHeader header) {
        return header.opcode() == STANDALONE_ACK && header.protocol().equals(ProtocolId.SECURE_CHANNEL);
    }

    private void deliver(Message message, long counter) {
        ProtocolHeader header = message.header();
        if (header.reliable()) {
            acknowledger.owe(counter);
        }
        inbox.put(new Received(header.protocol(), header.opcode(), message.payload()));
        acknowledger.watch();
    }

    /** As the first message of an exchange that the other end began. */
    void receiveFirst(Message message, long counter, ExchangeHandler handler) {
        ProtocolHeader header = message.header();
        if (header.reliable()) {
            acknowledger.owe(counter);
        }
        handler.opened(this, new Received(header.protocol(), header.opcode(), message.payload()));
        acknowledger.watch();
    }

    private CompletableFuture<Void> queue(ProtocolId ofProtocol, int opcode, boolean reliable, byte[] payload) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (refuses()) {
            Arrays.fill(payload, (byte) 0);
            done.completeExceptionally(ended());
        } else {
            outbox.send(new Outbox.Outgoing(ofProtocol, opcode, reliable, payload, done));
        }
        return done;
    }

    private boolean refuses() {
        return closed || !session.isOpen();
    }

    private ChannelException ended() {
        if (ending != null) {
            return ending;
        }
        return session.isOpen() || manager.isClosed()
                ? new ChannelException(Kind.CLOSED, "the exchange was closed")
                : new ChannelException(Kind.SESSION_CLOSED, "the session was closed");
    }

    private Duration patience(Duration processing) {
        return processing.plus(manager.longestDelivery());
    }

    @Override
    public String toString() {
        return "Exchange[%d%s in %s]".formatted(id, initiator ? "" : " of the other end", session);
    }

    private final class Line implements Outbox.Line {

        @Override
        public boolean isFree() {
            return begun;
        }

        @Override
        public Sealed seal(Outbox.Outgoing message) {
            OptionalLong acknowledged = acknowledger.take();
            return session.seal(new Message(
                    new ProtocolHeader(
                            initiator, message.reliable(), message.opcode(), id, message.protocol(), acknowledged),
                    message.payload()));
        }

        @Override
        public void transmit(byte[] datagram) {
            manager.transmit(session, datagram);
        }

        @Override
        public Duration backoff(int transmissions) {
            return manager.backoff(session, transmissions);
        }

        @Override
        public void unanswered(long since) {
            manager.unanswered(Exchange.this, since);
        }

        @Override
        public void drained() {
            if (!session.isOpen()) {
                inbox.fail(ended());
            }
            if (closed) {
                manager.remove(Exchange.this);
            }
        }
    }
}
