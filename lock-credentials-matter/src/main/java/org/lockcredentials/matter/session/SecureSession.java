package org.lockcredentials.matter.session;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.crypto.SessionKeys;
import org.lockcredentials.matter.message.Message;
import org.lockcredentials.matter.message.MessageCipher;
import org.lockcredentials.matter.message.MessageHeader;
import org.lockcredentials.matter.message.ReplayWindow;
import org.lockcredentials.matter.message.SessionCounter;

/** A session whose messages are encrypted, sections 4.13.2.2 and 4.13.2.3. Closing it wipes its keys. */
public final class SecureSession implements Session {

    /** A session is no longer used for new exchanges when so few counters are left. */
    private static final long RESERVE = 1 << 16;

    /**
     * Which session, and between whom.
     *
     * @param localId our number of it, 1 to 65,535
     * @param peerId the other end's number of it
     * @param initiator true if we began it
     * @param localNodeId our node id in the fabric, 0 in a PASE session
     * @param node the other end, or empty in a PASE session, where it is not in a fabric
     */
    public record Ends(int localId, int peerId, boolean initiator, long localNodeId, Optional<PeerNode> node) {

        /** A PASE session. */
        public static Ends ofPase(int localId, int peerId, boolean initiator) {
            return new Ends(localId, peerId, initiator, 0, Optional.empty());
        }
    }

    private final Ends ends;
    private final SessionKeys keys;
    private final Peer peer;
    private final SessionCounter counter;
    private final MessageCipher outgoing;
    private final MessageCipher incoming;
    private final ReplayWindow received = ReplayWindow.encrypted();
    private boolean open = true;

    /** @param keys belong to the session from now on */
    public SecureSession(Ends ends, SessionKeys keys, Peer peer, SessionCounter counter) {
        this.ends = ends;
        this.keys = keys;
        this.peer = peer;
        this.counter = counter;
        Secret ours = ends.initiator ? keys.initiatorToResponder() : keys.responderToInitiator();
        Secret theirs = ends.initiator ? keys.responderToInitiator() : keys.initiatorToResponder();
        this.outgoing = new MessageCipher(ours, ends.localNodeId);
        this.incoming =
                new MessageCipher(theirs, ends.node.map(PeerNode::nodeId).orElse(0L));
    }

    /** Our number of the session. */
    public int id() {
        return ends.localId;
    }

    /** The node at the other end; empty if this is a PASE session. */
    public Optional<PeerNode> node() {
        return ends.node;
    }

    /** The 16 bytes that both ends sign over in commissioning, section 11.18.5.5; wiped with the session. */
    public Secret attestationChallenge() {
        return keys.attestationChallenge();
    }

    @Override
    public Peer peer() {
        return peer;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** True if new exchanges may begin in it. */
    public boolean isFresh() {
        return open && counter.left() > RESERVE;
    }

    void close() {
        open = false;
        keys.close();
    }

    @Override
    public Sealed seal(Message message) {
        if (!open) {
            throw new IllegalStateException("the session is closed");
        }
        long number = counter.next();
        return new Sealed(number, outgoing.seal(MessageHeader.of(ends.peerId, number), message));
    }

    /** What the other end encrypted, or empty if it was not the other end. */
    public Optional<byte[]> decrypt(MessageHeader header, byte[] front, byte[] body) {
        return open ? incoming.open(header, front, body) : Optional.empty();
    }

    @Override
    public void heard(InetSocketAddress from, long nanoTime) {
        peer.heard(nanoTime);
        peer.moved(from);
    }

    @Override
    public boolean accept(long number) {
        return received.accept(number);
    }

    @Override
    public String toString() {
        return "SecureSession[%d, %s at %s]"
                .formatted(ends.localId, ends.node.map(PeerNode::toString).orElse("PASE"), peer.address());
    }
}
