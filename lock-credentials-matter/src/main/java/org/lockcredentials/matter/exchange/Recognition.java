package org.lockcredentials.matter.exchange;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.message.DropCount;
import org.lockcredentials.matter.message.Dropped;
import org.lockcredentials.matter.message.Message;
import org.lockcredentials.matter.message.MessageHeader;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.message.WireReader;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.session.Session;
import org.lockcredentials.matter.session.SessionTable;
import org.lockcredentials.matter.session.UnsecuredSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the session that a datagram belongs to and opens its message; counts what belongs to none, section 4.7.2. */
final class Recognition {

    private static final Logger log = LoggerFactory.getLogger(Recognition.class);

    private final SessionTable sessions;
    private final DropCount drops;
    private final Predicate<ProtocolId> takesUnsecured;

    /** A message that its session's other end sent, as far as the session can tell; it may be an old one. */
    record Recognized(Session session, long counter, Message message) {}

    /** @param takesUnsecured whether another node may open an unsecured session by a message of this protocol */
    Recognition(SessionTable sessions, DropCount drops, Predicate<ProtocolId> takesUnsecured) {
        this.sessions = sessions;
        this.drops = drops;
        this.takesUnsecured = takesUnsecured;
    }

    Optional<Recognized> read(byte[] datagram, InetSocketAddress from) {
        try {
            WireReader reader = WireReader.of(datagram);
            MessageHeader header = MessageHeader.decode(reader);
            byte[] front = Arrays.copyOf(datagram, reader.position());
            byte[] body = reader.rest();
            return header.sessionId() == 0
                    ? unsecured(header, Message.decode(body), from)
                    : secure(header, front, body);
        } catch (DecodeException malformed) {
            log.debug("a datagram from {} is malformed: {}", from, malformed.getMessage());
            return drop(Dropped.MALFORMED);
        }
    }

    private Optional<Recognized> secure(MessageHeader header, byte[] front, byte[] body) throws DecodeException {
        Optional<SecureSession> session = sessions.find(header.sessionId());
        if (session.isEmpty()) {
            return drop(Dropped.UNKNOWN_SESSION);
        }
        Optional<byte[]> plaintext = session.get().decrypt(header, front, body);
        if (plaintext.isEmpty()) {
            return drop(Dropped.FORGED);
        }
        byte[] opened = plaintext.get();
        try {
            return Optional.of(new Recognized(session.get(), header.counter(), Message.decode(opened)));
        } finally {
            Arrays.fill(opened, (byte) 0);
        }
    }

    private Optional<Recognized> unsecured(MessageHeader header, Message message, InetSocketAddress from) {
        // An answer names our ephemeral node id as its destination; what names it as its source is our own message,
        // come back.
        boolean answer = header.destination().isPresent();
        OptionalLong node = answer ? header.destination() : header.source();
        if (node.isEmpty()) {
            return drop(Dropped.UNKNOWN_SESSION);
        }
        Optional<UnsecuredSession> known = sessions.findUnsecured(node.getAsLong());
        Optional<UnsecuredSession> session = known.filter(found -> found.isInitiator() == answer);
        if (known.isEmpty() && !answer && opens(message)) {
            session = Optional.of(sessions.unsecuredFrom(node.getAsLong(), from));
        }
        return session.isPresent()
                ? Optional.of(new Recognized(session.get(), header.counter(), message))
                : drop(Dropped.UNKNOWN_SESSION);
    }

    private boolean opens(Message message) {
        return message.header().initiator()
                && takesUnsecured.test(message.header().protocol());
    }

    private Optional<Recognized> drop(Dropped reason) {
        drops.add(reason);
        return Optional.empty();
    }
}
