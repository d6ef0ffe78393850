package org.lockcredentials.matter.node;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.matter.discovery.OperationalInstance;
import org.lockcredentials.matter.discovery.OperationalNode;
import org.lockcredentials.matter.discovery.SessionIntervals;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.session.SessionParameters;

/**
 * The session with one node: the one there is, else one with the node where it was heard last, else where discovery finds it.
 *
 * <p>Used by tasks of the controller's actor only.
 */
public final class SessionKeeper {

    private static final Duration DISCOVERY = Duration.ofSeconds(8);

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

    /** The session that there is, else a new one; fails with {@link ChannelException}. */
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
        connect().whenComplete((session, failure) -> {
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

    private CompletableFuture<SecureSession> connect() {
        if (known.isEmpty()) {
            return discover();
        }
        InetSocketAddress first = known.get();
        return site.sessions()
                .establish(site.member(), node.nodeId(), first, SessionParameters.DEFAULT)
                .exceptionallyCompose(failure -> isSilence(failure)
                        ? discover().exceptionallyCompose(lost -> CompletableFuture.failedFuture(failure))
                        : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<SecureSession> discover() {
        OperationalInstance instance = new OperationalInstance(node.compressedFabricId(), node.nodeId());
        CompletableFuture<Optional<OperationalNode>> found = new CompletableFuture<>();
        site.discovery()
                .operational(instance, DISCOVERY)
                .whenComplete((answer, failure) ->
                        site.actor().execute(() -> found.complete(failure == null ? answer : Optional.empty())));
        return found.thenCompose(answer -> {
            if (answer.isEmpty()) {
                return CompletableFuture.failedFuture(
                        new ChannelException(Kind.TIMEOUT, "the node was not found on the network"));
            }
            Set<InetSocketAddress> addresses = new LinkedHashSet<>(answer.get().addresses());
            return tryEach(new ArrayDeque<>(addresses), answer.get()).whenComplete((session, failure) -> {
                if (failure != null) {
                    site.discovery().forget(answer.get());
                }
            });
        });
    }

    private CompletableFuture<SecureSession> tryEach(Queue<InetSocketAddress> addresses, OperationalNode found) {
        CompletableFuture<SecureSession> attempt = site.sessions()
                .establish(site.member(), node.nodeId(), addresses.remove(), parameters(found.intervals()));
        return addresses.isEmpty()
                ? attempt
                : attempt.exceptionallyCompose(failure ->
                        isSilence(failure) ? tryEach(addresses, found) : CompletableFuture.failedFuture(failure));
    }

    private static SessionParameters parameters(SessionIntervals told) {
        SessionParameters usual = SessionParameters.DEFAULT;
        return new SessionParameters(
                told.idle().orElse(usual.idleInterval()),
                told.active().orElse(usual.activeInterval()),
                told.activeThreshold().orElse(usual.activeThreshold()),
                usual.maxPathsPerInvoke());
    }

    private static boolean isSilence(Throwable failure) {
        return NodeFailures.cause(failure) instanceof ChannelException channel && channel.kind() == Kind.TIMEOUT;
    }
}
