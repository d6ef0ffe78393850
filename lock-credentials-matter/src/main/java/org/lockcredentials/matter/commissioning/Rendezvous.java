package org.lockcredentials.matter.commissioning;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.discovery.CommissionableNode;
import org.lockcredentials.matter.discovery.Discovery;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.node.NodeFailures;
import org.lockcredentials.matter.securechannel.Pase;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.session.SessionParameters;

/** Finds a device that waits to be commissioned and agrees on a session with it by its passcode (5.5, steps 1 to 4). */
final class Rendezvous {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Discovery discovery;
    private final Pase pase;

    Rendezvous(Discovery discovery, Pase pase) {
        this.discovery = discovery;
        this.pase = pase;
    }

    /**
     * Where a device may be, and how it wants to be talked to.
     *
     * @param device the name that it announces itself by, the same for all its addresses; empty if it was not looked for
     */
    record Place(Optional<String> device, InetSocketAddress address, SessionParameters parameters) {}

    /** Where the device may be, the likeliest place first; none if it is nowhere. Completes on any thread. */
    CompletableFuture<List<Place>> find(CommissioningTarget target) {
        if (target.address().isPresent()) {
            return CompletableFuture.completedFuture(
                    List.of(new Place(Optional.empty(), target.address().get(), SessionParameters.DEFAULT)));
        }
        return discovery
                .commissionable(target.discriminator().orElseThrow(), PATIENCE)
                .thenApply(found -> found.stream()
                        .filter(node -> mayBe(target, node))
                        .flatMap(node -> node.addresses().stream()
                                .map(address -> new Place(
                                        Optional.of(node.name()),
                                        address,
                                        node.intervals().parameters())))
                        .toList());
    }

    /** The session with the first device that answers and has the passcode. A task of the actor. */
    CompletableFuture<SecureSession> meet(List<Place> places, CommissioningTarget target) {
        return meet(new ArrayDeque<>(places), target);
    }

    private CompletableFuture<SecureSession> meet(Queue<Place> places, CommissioningTarget target) {
        Place place = places.remove();
        CompletableFuture<SecureSession> session =
                pase.establish(place.address(), place.parameters(), target.passcode());
        return session.exceptionallyCompose(failure -> {
            if (hasAnotherPasscode(failure)) {
                // Its other addresses lead to the same device, which shuts its window after twenty wrong ones (5.5).
                places.removeIf(
                        other -> other.device().isPresent() && other.device().equals(place.device()));
            }
            return !places.isEmpty() && mayBeAnother(failure)
                    ? meet(places, target)
                    : CompletableFuture.failedFuture(failure);
        });
    }

    private static boolean hasAnotherPasscode(Throwable failure) {
        return NodeFailures.cause(failure) instanceof ChannelException channel && channel.kind() == Kind.WRONG_PASSCODE;
    }

    /** Several devices may have one short discriminator, and a device several addresses. */
    private static boolean mayBeAnother(Throwable failure) {
        return NodeFailures.cause(failure) instanceof ChannelException channel && channel.kind() != Kind.CLOSED;
    }

    private static boolean mayBe(CommissioningTarget target, CommissionableNode node) {
        return target.vendorId()
                        .flatMap(wanted -> node.vendorId().map(wanted::equals))
                        .orElse(true)
                && target.productId()
                        .flatMap(wanted -> node.productId().map(wanted::equals))
                        .orElse(true);
    }
}
