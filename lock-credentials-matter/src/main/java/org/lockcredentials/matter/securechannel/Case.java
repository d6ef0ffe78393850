package org.lockcredentials.matter.securechannel;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ExchangeManager;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.session.SessionParameters;

/**
 * Sessions with nodes of our fabrics, by certificates or out of an earlier session: the initiator of CASE, section 4.14.2.
 *
 * <p>Used by tasks of the exchanges' actor only.
 */
public final class Case {

    private final ExchangeManager exchanges;
    private final Resumptions resumptions;
    private final SecureRandom random;
    private final Map<PeerNode, CompletableFuture<SecureSession>> underWay = new HashMap<>();

    public Case(ExchangeManager exchanges, Resumptions resumptions, SecureRandom random) {
        this.exchanges = exchanges;
        this.resumptions = resumptions;
        this.random = random;
    }

    /**
     * Agrees on a new session with a node, whether there is one already or not; who asks while it is being agreed on gets the same one.
     *
     * <p>Completes with the session, as a task of the actor; with a {@link ChannelException}: TIMEOUT if the node is silent, BUSY
     * if it said so repeatedly, NO_SHARED_ROOT if it does not know our fabric, UNTRUSTED if it cannot prove who it is, REFUSED,
     * PROTOCOL, CLOSED.
     *
     * @param hints what discovery told of the node, else {@link SessionParameters#DEFAULT}
     */
    public CompletableFuture<SecureSession> establish(
            CaseMember member, long nodeId, InetSocketAddress address, SessionParameters hints) {
        PeerNode node = new PeerNode(member.compressedFabricId(), nodeId);
        CompletableFuture<SecureSession> earlier = underWay.get(node);
        if (earlier != null) {
            return earlier.copy();
        }
        CompletableFuture<SecureSession> session = new Patience(exchanges)
                .ask(() -> attempt(
                        member,
                        node,
                        new Handshake(exchanges, exchanges.sessions().unsecuredTo(address, hints))))
                // Before anybody hears of it, so that who tries another address then is not given this one's outcome.
                .whenComplete((done, failure) -> underWay.remove(node));
        if (!session.isDone()) {
            underWay.put(node, session);
        }
        // Who gives up does so for itself only.
        return session.copy();
    }

    private CompletableFuture<SecureSession> attempt(CaseMember member, PeerNode node, Handshake handshake) {
        CaseAttempt attempt;
        try {
            attempt = new CaseAttempt(exchanges, handshake, resumptions, member, node, nonce());
        } catch (RuntimeException unbegun) {
            handshake.abandon();
            throw unbegun;
        }
        return attempt.run();
    }

    private byte[] nonce() {
        byte[] bytes = new byte[Sigma1.RANDOM];
        random.nextBytes(bytes);
        return bytes;
    }
}
