package org.lockcredentials.matter.commissioning;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.matter.cluster.accesscontrol.AccessControl;
import org.lockcredentials.matter.cluster.accesscontrol.Privilege;
import org.lockcredentials.matter.cluster.basicinformation.BasicInformation;
import org.lockcredentials.matter.cluster.generalcommissioning.CommissioningComplete;
import org.lockcredentials.matter.cluster.generalcommissioning.CommissioningError;
import org.lockcredentials.matter.cluster.generalcommissioning.SetRegulatoryConfig;
import org.lockcredentials.matter.cluster.operationalcredentials.AddNoc;
import org.lockcredentials.matter.cluster.operationalcredentials.AddTrustedRootCertificate;
import org.lockcredentials.matter.commissioning.CommissioningException.Kind;
import org.lockcredentials.matter.interaction.InteractionClient;
import org.lockcredentials.matter.interaction.Wanted;
import org.lockcredentials.matter.node.NodeRecord;
import org.lockcredentials.matter.node.SessionKeeper;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.timekeeping.ClockSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One commissioning, step by step (5.5). Used by tasks of the controller's actor only.
 *
 * <p>What fails takes back what was done: the device is told to disarm its fail-safe, which removes our fabric from it, and nothing of it is
 * kept here but the node id, which is not used again. Once the device was told to keep all (11.10.7.6), only its own word takes that back: as
 * long as it may be in the fabric for good, it is kept here too.
 */
final class CommissioningRun {

    private static final Logger log = LoggerFactory.getLogger(CommissioningRun.class);

    private final CommissioningSite site;
    private final DeviceTrust trust;
    private final CommissioningTarget target;
    private final NodeSettings settings;
    private final CommissioningListener listener;
    private final BooleanSupplier cancelled;
    private CommissioningStep current = CommissioningStep.DISCOVERY;

    private List<Rendezvous.Place> places = List.of();
    private @Nullable Device device;
    private @Nullable Survey survey;
    private @Nullable FailSafe failSafe;
    private @Nullable MakersProof proof;
    private @Nullable PeerNode node;
    private @Nullable SessionKeeper sessions;
    private @Nullable Device member;
    private boolean mayBeIn;

    CommissioningRun(
            CommissioningSite site,
            DeviceTrust trust,
            CommissioningTarget target,
            NodeSettings settings,
            CommissioningListener listener,
            BooleanSupplier cancelled) {
        this.site = site;
        this.trust = trust;
        this.target = target;
        this.settings = settings;
        this.listener = listener;
        this.cancelled = cancelled;
    }

    private record Step(CommissioningStep name, Supplier<CompletableFuture<?>> work) {}

    CompletableFuture<CommissionedNode> run() {
        List<Step> steps = List.of(
                new Step(CommissioningStep.DISCOVERY, this::discover),
                new Step(CommissioningStep.PASSCODE, this::meet),
                new Step(CommissioningStep.SURVEY, this::survey),
                new Step(CommissioningStep.FAIL_SAFE, this::arm),
                new Step(CommissioningStep.REGULATORY, this::regulate),
                new Step(CommissioningStep.TIME, () -> new ClockSetting(site.clock(), settings.zone()).renew(device())),
                new Step(CommissioningStep.ATTESTATION, this::attest),
                new Step(CommissioningStep.CERTIFICATE_REQUEST, () -> proof().request()),
                new Step(
                        CommissioningStep.ROOT_CERTIFICATE,
                        () -> device().invoke(new AddTrustedRootCertificate(
                                site.fabric().rcac()))),
                new Step(CommissioningStep.NODE_CERTIFICATE, this::admit),
                new Step(CommissioningStep.OPERATIONAL_SESSION, this::meetInFabric),
                new Step(CommissioningStep.ACCESS, this::checkAccess),
                new Step(CommissioningStep.LABEL, this::label),
                new Step(CommissioningStep.COMPLETE, this::complete));
        return CompletableFuture.completedFuture(steps.iterator())
                .thenCompose(this::next)
                .thenApply(done -> commissioned())
                .handle((node, failure) ->
                        failure == null ? CompletableFuture.completedFuture(node) : undo(Refusals.of(current, failure)))
                .thenCompose(outcome -> outcome);
    }

    private CompletableFuture<?> next(Iterator<Step> steps) {
        if (!steps.hasNext()) {
            return CompletableFuture.completedFuture(null);
        }
        Step step = steps.next();
        current = step.name();
        if (cancelled.getAsBoolean()) {
            throw new CommissioningException(Kind.CANCELLED, current, "it was called off");
        }
        tell(current);
        CompletableFuture<Void> ready = failSafe == null ? CompletableFuture.completedFuture(null) : failSafe.renew();
        return ready.thenCompose(armed -> step.work().get()).thenCompose(done -> next(steps));
    }

    /** What a listener throws is the listener's own affair. */
    private void tell(CommissioningStep step) {
        try {
            listener.began(step);
        } catch (RuntimeException failure) {
            log.warn("who was told that {} begins failed", step, failure);
        }
    }

    private CompletableFuture<?> discover() {
        return onActor(new Rendezvous(site.nodes().discovery(), site.pase()).find(target))
                .thenAccept(found -> {
                    if (found.isEmpty()) {
                        throw refused(Kind.NOT_FOUND, "no such device waits to be commissioned");
                    }
                    places = found;
                });
    }

    private CompletableFuture<?> meet() {
        return new Rendezvous(site.nodes().discovery(), site.pase())
                .meet(places, target)
                .thenAccept(session -> device = over(session));
    }

    private CompletableFuture<?> survey() {
        return device().read(Survey.wanted()).thenAccept(values -> {
            Survey told = new Survey(values);
            survey = told;
            if (told.isIn(site.fabric())) {
                throw refused(Kind.FABRIC_PRESENT, "the device is in this fabric already");
            }
            if (told.isFull()) {
                throw refused(Kind.FULL, "the device has no room for another fabric");
            }
            if (isOther(target.vendorId(), told.vendorId()) || isOther(target.productId(), told.productId())) {
                throw refused(Kind.OTHER_PRODUCT, "the device is not the product that the code is for");
            }
        });
    }

    private CompletableFuture<?> arm() {
        FailSafe armed = new FailSafe(site.actor(), device(), told().failSafe());
        // From the moment that it is asked for it may be armed, whatever is heard of it.
        failSafe = armed;
        return armed.arm();
    }

    private CompletableFuture<?> regulate() {
        return device().invoke(new SetRegulatoryConfig(told().location(settings.location()), settings.country(), 0))
                .thenAccept(response -> Refusals.check(current, response));
    }

    private CompletableFuture<?> attest() {
        MakersProof given = new MakersProof(site, trust, device());
        proof = given;
        return given.attest(told(), Objects.requireNonNull(failSafe));
    }

    private CompletableFuture<?> admit() {
        return onActor(CompletableFuture.supplyAsync(() -> site.store().allocateNodeId(site.fabric()), site.executor()))
                .thenCompose(id -> {
                    node = new PeerNode(site.fabric().compressedFabricId(), id);
                    return device().invoke(new AddNoc(
                            site.fabric().issue(proof().nodeKey(), id),
                            Optional.empty(),
                            site.fabric().ipkEpochKey(),
                            site.fabric().nodeId(),
                            site.vendorId()));
                })
                .thenAccept(response -> Refusals.check(current, response));
    }

    private CompletableFuture<?> meetInFabric() {
        SessionKeeper keeper = new SessionKeeper(
                site.nodes(), node(), Optional.of(device().session().peer().address()));
        sessions = keeper;
        return keeper.session().thenAccept(session -> member = over(session));
    }

    /** AddNOC made the entry (11.18.6.8); a node that did not could never be administered again. */
    private CompletableFuture<?> checkAccess() {
        return member().read(Wanted.attributes(AccessControl.ACL.attribute().path(0)))
                .thenAccept(values -> {
                    boolean ours = values.get(0, AccessControl.ACL.attribute()).orElse(List.of()).stream()
                            .anyMatch(entry -> entry.privilege() == Privilege.ADMINISTER
                                    && entry.subjects().contains(site.fabric().nodeId()));
                    if (!ours) {
                        throw refused(Kind.REFUSED, "the node does not let this controller administer it");
                    }
                });
    }

    private CompletableFuture<?> label() {
        return settings.label().isPresent()
                ? member().write(BasicInformation.NODE_LABEL.data(
                        0, settings.label().get()))
                : CompletableFuture.completedFuture(null);
    }

    /** The node is kept before it keeps us: a crash between leaves a node that can be removed, never one that nobody knows. */
    private CompletableFuture<?> complete() {
        PeerNode joined = node();
        NodeRecord record = NodeRecord.NONE.at(member().session().peer().address());
        return onActor(CompletableFuture.runAsync(
                        () -> site.nodes().records().writeNow(joined, record), site.executor()))
                .thenCompose(kept -> completed())
                .exceptionallyCompose(this::completeAgain);
    }

    private CompletableFuture<Void> completed() {
        mayBeIn = true;
        return member().invoke(new CommissioningComplete())
                .thenAccept(response -> Refusals.check(current, response))
                .whenComplete((done, failure) -> mayBeIn = failure == null || !isRefusal(failure));
    }

    /** A node that answered and was not heard says now that there is no fail-safe any more; that it refuses now says nothing of the first time. */
    private CompletableFuture<Void> completeAgain(Throwable failure) {
        if (!mayBeIn || Refusals.of(current, failure).kind() != Kind.UNREACHABLE || sessions == null) {
            return CompletableFuture.failedFuture(failure);
        }
        return sessions.session()
                .thenCompose(session -> over(session).invoke(new CommissioningComplete()))
                .thenAccept(response -> {
                    if (response.error() != CommissioningError.NO_FAIL_SAFE) {
                        Refusals.check(current, response);
                    }
                });
    }

    private boolean isRefusal(Throwable failure) {
        return switch (Refusals.of(current, failure).kind()) {
            case REFUSED, WINDOW_CLOSED, FULL -> true;
            default -> false;
        };
    }

    private CommissionedNode commissioned() {
        site.channel().close(device().session());
        return new CommissionedNode(
                node().nodeId(), member().session().peer().address(), told().vendorId(), told().productId());
    }

    private CompletableFuture<CommissionedNode> undo(CommissioningException failure) {
        CompletableFuture<Boolean> undone =
                failSafe == null ? CompletableFuture.completedFuture(true) : failSafe.disarm();
        return undone.thenCompose(told -> {
            // A node that keeps us takes the rights of its first session back (11.10.7.6), and disarms nothing by it.
            boolean kept = mayBeIn && !told;
            if (member != null) {
                site.channel().close(member.session());
            }
            if (node != null && !kept) {
                site.resumptions().forget(node);
                site.nodes().records().delete(node);
            }
            if (device != null) {
                site.channel().close(device.session());
            }
            return CompletableFuture.failedFuture(kept ? failure.keeping(node().nodeId()) : failure);
        });
    }

    private Device over(SecureSession session) {
        return new Device(session, InteractionClient.over(site.nodes().exchanges(), session));
    }

    private <T> CompletableFuture<T> onActor(CompletableFuture<T> elsewhere) {
        return elsewhere.whenCompleteAsync((done, failure) -> {}, site.actor());
    }

    private CommissioningException refused(Kind kind, String message) {
        return new CommissioningException(kind, current, message);
    }

    private static boolean isOther(Optional<Integer> wanted, int told) {
        return wanted.filter(id -> id != told).isPresent();
    }

    private Device device() {
        return Objects.requireNonNull(device);
    }

    private Device member() {
        return Objects.requireNonNull(member);
    }

    private Survey told() {
        return Objects.requireNonNull(survey);
    }

    private MakersProof proof() {
        return Objects.requireNonNull(proof);
    }

    private PeerNode node() {
        return Objects.requireNonNull(node);
    }
}
