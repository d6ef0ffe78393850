package org.lockcredentials.matter.node;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.session.SecureSession;

/**
 * The session with one node: the one there is, else a new one, which all who ask meanwhile share.
 *
 * <p>Used by tasks of the controller's actor only.
 */
public final class SessionKeeper {

    private final NodeSite site;
    private final PeerNode node;
    private Optional<InetSocketAddress> known;
    private @Nullable CompletableFuture<SecureSession> underWay;

    public SessionKeeper(NodeSite site, PeerNode node, Optional<InetSocketAddress> known) {
        this.site = site;
        this.node = node;
        this.known = known;
    }

    /** The session that there is. */
    Optional<SecureSession> current() {
        return site.exchanges().sessions().find(node);
    }

    /** The session that there is, else a new one; fails with {@link ChannelException}, as {@link SessionSearch} does. */
    public CompletableFuture<SecureSession> session() {
        Optional<SecureSession> current = current();
        if (current.isPresent()) {
            return CompletableFuture.completedFuture(current.get());
        }
        if (underWay != null) {
            return underWay;
        }
        CompletableFuture<SecureSession> attempt = new CompletableFuture<>();
        underWay = attempt;
        new SessionSearch(site, node).run(known).whenComplete((session, failure) -> {
            underWay = null;
            if (failure == null) {
                known = Optional.of(session.peer().address());
                attempt.complete(session);
            } else {
                attempt.completeExceptionally(NodeFailures.cause(failure));
            }
        });
        return attempt;
    }

    /** Where the node was heard last. */
    Optional<InetSocketAddress> address() {
        return current().map(session -> session.peer().address()).or(() -> known);
    }
}
