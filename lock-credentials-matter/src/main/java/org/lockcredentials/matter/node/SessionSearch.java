package org.lockcredentials.matter.node;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.discovery.OperationalInstance;
import org.lockcredentials.matter.discovery.OperationalNode;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.session.SessionParameters;
import org.lockcredentials.spi.Scheduler.Cancellable;

/**
 * One search for a session with a node: where it was heard last, then wherever discovery finds it.
 *
 * <p>Nobody is believed before the session stands: whoever has the node's old address now may answer anything (a status report is not authenticated, Matter Core
 * 4.11.1.4), so any answer that leads to no session only leads to the next address.
 */
final class SessionSearch {

    /** How long discovery may take. */
    static final Duration DISCOVERY = Duration.ofSeconds(8);

    /** How long the whole search may take: two addresses of a node that sleeps as long as a lock may, or all of one that does not. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    /** A node has a few addresses; more than this is a defect, or somebody who wants us to talk to others. */
    static final int MAX_ADDRESSES = 8;

    private final NodeSite site;
    private final PeerNode node;
    private final CompletableFuture<SecureSession> result = new CompletableFuture<>();

    SessionSearch(NodeSite site, PeerNode node) {
        this.site = site;
        this.node = node;
    }

    /**
     * Completes with the session; fails with {@link ChannelException}: as the last address that discovery told, or as {@code known} if it told none, and
     * with TIMEOUT if it takes too long.
     */
    CompletableFuture<SecureSession> run(Optional<InetSocketAddress> known) {
        Cancellable deadline = site.actor().after(LONGEST, () -> fail(silence("no session within " + LONGEST)));
        result.whenComplete((session, failure) -> deadline.cancel());
        if (known.isEmpty()) {
            discover(silence("the node was not found on the network"));
        } else {
            attempt(known.get(), SessionParameters.DEFAULT, this::discover);
        }
        return result;
    }

    /** What is to be done when an attempt failed. */
    private interface Otherwise {

        void after(Throwable failure);
    }

    private void attempt(InetSocketAddress address, SessionParameters hints, Otherwise otherwise) {
        if (result.isDone()) {
            return;
        }
        site.sessions().establish(site.member(), node.nodeId(), address, hints).whenComplete((session, failure) -> {
            if (failure == null) {
                result.complete(session);
            } else if (isClosed(failure)) {
                fail(failure);
            } else {
                otherwise.after(failure);
            }
        });
    }

    private void discover(Throwable unlessFound) {
        if (result.isDone()) {
            return;
        }
        OperationalInstance instance = new OperationalInstance(node.compressedFabricId(), node.nodeId());
        site.discovery()
                .operational(instance, DISCOVERY)
                .whenComplete((answer, failure) -> site.actor().execute(() -> {
                    if (failure == null && answer.isPresent()) {
                        found(answer.get());
                    } else {
                        fail(unlessFound);
                    }
                }));
    }

    private void found(OperationalNode told) {
        List<InetSocketAddress> addresses =
                told.addresses().stream().distinct().limit(MAX_ADDRESSES).toList();
        tryEach(new ArrayDeque<>(addresses), told);
    }

    private void tryEach(Queue<InetSocketAddress> addresses, OperationalNode told) {
        attempt(addresses.remove(), told.intervals().parameters(), failure -> {
            if (addresses.isEmpty()) {
                site.discovery().forget(told);
                fail(failure);
            } else {
                tryEach(addresses, told);
            }
        });
    }

    private void fail(Throwable failure) {
        result.completeExceptionally(NodeFailures.cause(failure));
    }

    private static ChannelException silence(String message) {
        return new ChannelException(Kind.TIMEOUT, message);
    }

    private static boolean isClosed(Throwable failure) {
        return NodeFailures.cause(failure) instanceof ChannelException channel && channel.kind() == Kind.CLOSED;
    }
}
