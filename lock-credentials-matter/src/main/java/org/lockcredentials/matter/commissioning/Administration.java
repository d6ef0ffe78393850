package org.lockcredentials.matter.commissioning;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.cluster.administratorcommissioning.OpenCommissioningWindow;
import org.lockcredentials.matter.cluster.administratorcommissioning.RevokeCommissioning;
import org.lockcredentials.matter.cluster.administratorcommissioning.WindowError;
import org.lockcredentials.matter.cluster.basicinformation.BasicInformation;
import org.lockcredentials.matter.cluster.operationalcredentials.OperationalCredentials;
import org.lockcredentials.matter.cluster.operationalcredentials.RemoveFabric;
import org.lockcredentials.matter.crypto.PasscodeKeys;
import org.lockcredentials.matter.crypto.PasscodeVerifier;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.interaction.InteractionException;
import org.lockcredentials.matter.node.LockNode;
import org.lockcredentials.matter.node.NodeException;
import org.lockcredentials.matter.node.NodeFailures;
import org.lockcredentials.matter.node.NodeListener;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.setup.CommissioningFlow;
import org.lockcredentials.matter.setup.DiscoveryCapability;
import org.lockcredentials.matter.setup.Discriminator;
import org.lockcredentials.matter.setup.Passcode;
import org.lockcredentials.matter.setup.SetupPayload;

/** Lets other administrators in to a node, and takes it out of the fabric. May be called from any thread. */
public final class Administration {

    private static final int SALT = 32;
    private static final int ITERATIONS = 10_000;
    private static final int DISCRIMINATORS = 1 << 12;

    private final CommissioningSite site;

    public Administration(CommissioningSite site) {
        this.site = site;
    }

    /**
     * Opens a window for another administrator, with a passcode made for it (enhanced commissioning method, 5.6.2).
     *
     * <p>Fails with {@link WindowException} if one is open already, and else as {@link LockNode} does; where the answer is lost, after the node was told to
     * close the window that nobody has the passcode of.
     *
     * @param open 180 to 900 s
     */
    public CompletableFuture<OpenedWindow> openWindow(LockNode node, Duration open) {
        return node.read(List.of(BasicInformation.VENDOR_ID.path(0), BasicInformation.PRODUCT_ID.path(0)))
                .thenApplyAsync(this::payload, site.executor())
                .thenCompose(payload -> open(node, open, payload).whenComplete((opened, failure) -> {
                    if (failure != null) {
                        payload.close();
                    }
                }));
    }

    /** Closes the window. Fails with {@link WindowException} if none is open, and else as {@link LockNode} does. */
    public CompletableFuture<Void> closeWindow(LockNode node) {
        return told(node.invoke(0, new RevokeCommissioning())).thenAccept(done -> {});
    }

    /**
     * Takes a node out of the fabric and forgets it.
     *
     * <p>Completes without a value when the node said so, or was told so and does not know the fabric any more. Fails as {@link LockNode} does, after which nothing
     * was forgotten, however the node answered: with SECURITY if no session could be had with it, which anybody in its place can bring about. Who knows that a node
     * is gone for good uses {@link #forget}.
     */
    public CompletableFuture<Void> remove(LockNode node) {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        NodeListener goodbye = new NodeListener() {
            @Override
            public void left() {
                gone.complete(null);
            }
        };
        node.listen(goodbye);
        node.read(List.of(OperationalCredentials.CURRENT_FABRIC_INDEX.path(0)))
                .thenCompose(told -> node.invoke(0, new RemoveFabric(index(told)))
                        .thenAccept(response -> Refusals.check(CommissioningStep.COMPLETE, response))
                        .exceptionallyCompose(failure -> unlessGone(node, failure)))
                .whenComplete((left, failure) -> {
                    if (failure == null) {
                        gone.complete(null);
                    } else {
                        gone.completeExceptionally(failure);
                    }
                });
        return gone.whenComplete((left, failure) -> node.unlisten(goodbye)).thenCompose(left -> forget(node.nodeId()));
    }

    /** Forgets a node without telling it: it goes on trusting us until it is reset. */
    public CompletableFuture<Void> forget(long nodeId) {
        PeerNode node = new PeerNode(site.fabric().compressedFabricId(), nodeId);
        return CompletableFuture.runAsync(
                () -> {
                    site.nodes().exchanges().sessions().find(node).ifPresent(site.channel()::close);
                    site.resumptions().forget(node);
                    site.nodes().records().delete(node);
                },
                site.actor());
    }

    private CompletableFuture<OpenedWindow> open(LockNode node, Duration open, SetupPayload payload) {
        byte[] salt = new byte[SALT];
        site.random().nextBytes(salt);
        Secret verifier = verifier(payload, salt);
        return told(node.invoke(
                        0,
                        new OpenCommissioningWindow(
                                open, verifier, payload.discriminator().value(), ITERATIONS, salt)))
                .whenComplete((done, failure) -> verifier.wipe())
                .exceptionallyCompose(failure -> closed(node, failure))
                .thenApply(done -> new OpenedWindow(payload, site.clock().now().plus(open)));
    }

    private <T> CompletableFuture<T> closed(LockNode node, Throwable failure) {
        CompletableFuture<T> failed = CompletableFuture.failedFuture(failure);
        boolean mayBeOpen = NodeFailures.cause(failure) instanceof NodeException lost
                && (lost.kind() == NodeException.Kind.TIMEOUT || lost.kind() == NodeException.Kind.MALFORMED);
        return mayBeOpen
                ? closeWindow(node).handle((done, unclosed) -> failed).thenCompose(outcome -> outcome)
                : failed;
    }

    private SetupPayload payload(Attributes node) {
        return new SetupPayload(
                Discriminator.ofLong(site.random().nextInt(DISCRIMINATORS)),
                Passcode.random(site.random()),
                CommissioningFlow.STANDARD,
                Optional.of(Set.of(DiscoveryCapability.ON_NETWORK)),
                node.get(0, BasicInformation.VENDOR_ID).filter(id -> id > 0),
                node.get(0, BasicInformation.PRODUCT_ID).filter(id -> id > 0));
    }

    private static Secret verifier(SetupPayload payload, byte[] salt) {
        try (PasscodeKeys keys = PasscodeKeys.derive(payload.passcode(), salt, ITERATIONS);
                PasscodeVerifier verifier = keys.verifier()) {
            return verifier.encode();
        }
    }

    private static int index(Attributes told) {
        return told.get(0, OperationalCredentials.CURRENT_FABRIC_INDEX)
                .orElseThrow(() -> new NodeException(NodeException.Kind.MALFORMED, "the node knows no fabric of ours"));
    }

    /** The answer of a node that left may be lost: it got the command in a session, and knows no fabric of ours since. */
    private static CompletableFuture<Void> unlessGone(LockNode node, Throwable failure) {
        if (!(NodeFailures.cause(failure) instanceof NodeException lost) || lost.kind() != NodeException.Kind.TIMEOUT) {
            return CompletableFuture.failedFuture(failure);
        }
        return node.read(List.of(OperationalCredentials.CURRENT_FABRIC_INDEX.path(0)))
                .handle((told, again) -> again != null && knowsNoFabricOfOurs(again)
                        ? CompletableFuture.<Void>completedFuture(null)
                        : CompletableFuture.<Void>failedFuture(failure))
                .thenCompose(outcome -> outcome);
    }

    private static boolean knowsNoFabricOfOurs(Throwable failure) {
        return NodeFailures.cause(failure) instanceof NodeException refused
                && refused.getCause() instanceof ChannelException channel
                && channel.kind() == ChannelException.Kind.NO_SHARED_ROOT;
    }

    private static <T> CompletableFuture<T> told(CompletableFuture<T> answer) {
        return answer.exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                NodeFailures.cause(failure) instanceof InteractionException refused
                        ? refused.status()
                                .cluster()
                                .flatMap(code -> Coded.of(WindowError.class, code))
                                .<Throwable>map(error -> new WindowException(error, refused))
                                .orElse(refused)
                        : failure));
    }
}
