package org.lockcredentials.matter.session;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.lockcredentials.matter.message.KeptCounter;
import org.lockcredentials.matter.message.Message;
import org.lockcredentials.matter.message.MessageHeader;
import org.lockcredentials.matter.message.ReplayWindow;

/** The session in which a secure one is agreed on: nothing in it is encrypted, section 4.13.2.1. */
public final class UnsecuredSession implements Session {

    private final long ephemeralNodeId;
    private final boolean initiator;
    private final KeptCounter counter;
    private final Peer peer;
    private final ReplayWindow received = ReplayWindow.unencrypted();
    private boolean open = true;

    /**
     * One end of an unsecured session.
     *
     * @param ephemeralNodeId drawn at random by the initiator; all that tells this session from others
     * @param initiator true for the end that drew it
     * @param counter the node's one counter of unsecured messages
     */
    UnsecuredSession(long ephemeralNodeId, boolean initiator, KeptCounter counter, Peer peer) {
        this.ephemeralNodeId = ephemeralNodeId;
        this.initiator = initiator;
        this.counter = counter;
        this.peer = peer;
    }

    public long ephemeralNodeId() {
        return ephemeralNodeId;
    }

    /** True if we drew the ephemeral node id. */
    public boolean isInitiator() {
        return initiator;
    }

    @Override
    public Peer peer() {
        return peer;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    void close() {
        open = false;
    }

    @Override
    public Sealed seal(Message message) {
        if (!open) {
            throw new IllegalStateException("the session is closed");
        }
        OptionalLong node = OptionalLong.of(ephemeralNodeId);
        OptionalLong none = OptionalLong.empty();
        long number = counter.next();
        byte[] front = MessageHeader.of(0, number, initiator ? node : none, initiator ? none : node)
                .encode();
        byte[] body = message.encode();
        return new Sealed(
                number,
                ByteBuffer.allocate(front.length + body.length)
                        .put(front)
                        .put(body)
                        .array());
    }

    /** The node stays where it was first met: anybody can write a message like this one. */
    @Override
    public void heard(InetSocketAddress from, long nanoTime) {
        peer.heard(nanoTime);
    }

    @Override
    public boolean accept(long number) {
        return received.accept(number);
    }

    @Override
    public String toString() {
        return "UnsecuredSession[" + peer.address() + "]";
    }
}
