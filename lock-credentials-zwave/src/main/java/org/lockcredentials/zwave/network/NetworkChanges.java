package org.lockcredentials.zwave.network;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.zwave.inclusion.Exclusion;
import org.lockcredentials.zwave.inclusion.Inclusion;
import org.lockcredentials.zwave.inclusion.InclusionFailure;
import org.lockcredentials.zwave.inclusion.InclusionFailure.Why;
import org.lockcredentials.zwave.inclusion.InclusionGuide;
import org.lockcredentials.zwave.inclusion.InclusionOptions;
import org.lockcredentials.zwave.inclusion.InclusionStage;
import org.lockcredentials.zwave.inclusion.InclusionStep;
import org.lockcredentials.zwave.inclusion.ZWaveNode;
import org.lockcredentials.zwave.security.bootstrap.KeyHandover;
import org.lockcredentials.zwave.serialapi.function.AddNode;
import org.lockcredentials.zwave.serialapi.function.FailedNode;
import org.lockcredentials.zwave.serialapi.function.RemoveNode;
import org.lockcredentials.zwave.transport.TransportException;

/**
 * All changes of one network, one at a time; while there is none, the stick listens for nodes that are provisioned.
 *
 * <p>What a host calls may be called by any thread, and completes on the host's executor; the rest is for tasks of the network's actor.
 */
public final class NetworkChanges {

    private final NetworkSite site;
    private final Household household;
    private final KeyHandover keys;
    private final StickControl stick;
    private final FailedNodes failedNodes;
    private final JoinNotes notes;
    private final FirstSettings settings;
    private final SmartStart smartStart;
    private Optional<Change<?>> current = Optional.empty();
    private Optional<CompletableFuture<?>> pending = Optional.empty();
    private boolean closed;

    public NetworkChanges(NetworkSite site, Household household, KeyHandover keys) {
        this.site = site;
        this.household = household;
        this.keys = keys;
        this.notes = site.notes();
        this.stick = new StickControl(site.stick(), site.actor(), site.deadline());
        this.failedNodes = new FailedNodes(site.radio());
        this.settings = new FirstSettings(site.ownNodeId(), site.clock(), site.now());
        this.smartStart =
                new SmartStart(new ProvisioningList(site.store(), site.folder()), stick, this, site.longRange());
    }

    /** The provisioning list, and what becomes of nodes that ask by it. */
    public SmartStart smartStart() {
        return smartStart;
    }

    /** Has the stick add a node; as {@link Inclusion} says. */
    public Inclusion include(InclusionOptions options, InclusionGuide guide) {
        return inclusion(
                new GuidedAttendant(options, guide, site.host()),
                listener -> new NodeAdding(
                        stick,
                        id -> new AddNode(AddNode.ANY, true, options.networkWide(), id),
                        patience(options.patience()),
                        listener));
    }

    /** Has the stick give the place of a node that does not answer to another one; as {@link Inclusion} says. */
    public Inclusion replace(int nodeId, InclusionOptions options, InclusionGuide guide) {
        return inclusion(
                new GuidedAttendant(options, guide, site.host()),
                listener -> new NodeReplacing(stick, failedNodes, nodeId, options.patience(), listener));
    }

    /**
     * Has the stick take out a node that asks to leave; as {@link Exclusion} says.
     *
     * @param waiting told, as a task of the host's, when the stick listens
     */
    public Exclusion exclude(Runnable waiting) {
        CompletableFuture<OptionalInt> result = new CompletableFuture<>();
        NodeRemoving removing = new NodeRemoving(stick, () -> site.host().execute(waiting));
        site.actor()
                .execute(() -> change(removing)
                        .thenApply(nodeId -> {
                            nodeId.ifPresent(this::left);
                            return nodeId;
                        })
                        .whenComplete((nodeId, failure) -> tell(result, nodeId, failure)));
        return new Exclusion(result, () -> site.actor().execute(removing::cancel));
    }

    /** Takes a node out that does not answer; completes with it, or fails as {@link Exclusion#nodeId()} does. */
    public CompletableFuture<OptionalInt> removeFailed(int nodeId) {
        CompletableFuture<OptionalInt> result = new CompletableFuture<>();
        site.actor().execute(() -> remove(nodeId).whenComplete((removed, failure) -> tell(result, removed, failure)));
        return result;
    }

    CompletableFuture<OptionalInt> remove(int nodeId) {
        return change(new FailedNodeRemoving(stick, failedNodes, nodeId)).thenApply(removed -> {
            left(nodeId);
            return removed;
        });
    }

    /** A node has left, by whichever way. */
    public void left(int nodeId) {
        notes.clear(nodeId);
        smartStart.left(nodeId);
        household.forget(nodeId);
    }

    private Inclusion inclusion(Attendant attendant, Function<NodeAdding.Listener, Change<Newcomer>> arrival) {
        CompletableFuture<ZWaveNode> result = new CompletableFuture<>();
        Arrival arriving = arriving(attendant, arrival);
        site.actor()
                .execute(() -> join(attendant, arriving).whenComplete((node, failure) -> tell(result, node, failure)));
        return new Inclusion(result, () -> site.actor().execute(arriving::cancel));
    }

    Arrival arriving(Attendant attendant, Function<NodeAdding.Listener, Change<Newcomer>> arrival) {
        Joining joining = new Joining(keys, household, notes, settings, attendant);
        return new Arrival(arrival.apply(new Steps(attendant, joining)), joining);
    }

    /** Completes with the node, or with an {@link InclusionFailure}. */
    CompletableFuture<ZWaveNode> join(Attendant attendant, Arrival arriving) {
        return change(arriving)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(broken(failure)))
                .whenComplete((node, failure) -> attendant.step(
                        failure == null ? new InclusionStep.Done(node) : new InclusionStep.Failed(broken(failure))));
    }

    NodeAdding.Patience patience(Duration find) {
        return new AddingPatience(find, household::kinds);
    }

    boolean isIdle() {
        return current.isEmpty() && !closed;
    }

    private <R> CompletableFuture<R> change(Change<R> change) {
        if (closed || current.isPresent()) {
            return CompletableFuture.failedFuture(new ChangeFailure("the change", closed ? Why.CLOSED : Why.BUSY));
        }
        CompletableFuture<R> result = new CompletableFuture<>();
        current = Optional.of(change);
        pending = Optional.of(result);
        smartStart.interrupted();
        change.run().whenComplete((done, failure) -> {
            current = Optional.empty();
            if (failure == null) {
                result.complete(done);
            } else {
                result.completeExceptionally(TransportException.cause(failure));
            }
            smartStart.listen();
        });
        return result;
    }

    /** The stick tells how an inclusion goes. */
    public void heard(AddNode.Status status) {
        current.ifPresent(change -> change.heard(status));
    }

    /** The stick tells how an exclusion goes. */
    public void heard(RemoveNode.Status status) {
        current.ifPresent(change -> change.heard(status));
    }

    /** The stick tells how the removal or replacement of a failed node goes. */
    public void heard(FailedNode.Status status) {
        current.ifPresent(change -> change.heard(status));
    }

    /** The stick is lost, or was reset. */
    public void lost() {
        smartStart.interrupted();
        current.ifPresent(change -> change.end(Why.LOST));
    }

    /** Fails what is pending with CLOSED. */
    public void close() {
        closed = true;
        current.ifPresent(change -> change.end(Why.CLOSED));
        pending.ifPresent(result -> result.completeExceptionally(new ChangeFailure("the change", Why.CLOSED)));
    }

    private <R> void tell(CompletableFuture<R> result, R value, Throwable failure) {
        site.host().execute(() -> {
            if (failure == null) {
                result.complete(value);
            } else {
                Throwable cause = TransportException.cause(failure);
                result.completeExceptionally(
                        cause instanceof ChangeFailure change
                                ? change.asException()
                                : broken(cause).asException());
            }
        });
    }

    private static InclusionFailure broken(Throwable failure) {
        Throwable cause = TransportException.cause(failure);
        return cause instanceof InclusionFailure known
                ? known
                : new InclusionFailure(InclusionStage.START, StickControl.why(cause), OptionalInt.empty());
    }

    private record Steps(Attendant attendant, Joining joining) implements NodeAdding.Listener {

        @Override
        public void waiting() {
            attendant.step(new InclusionStep.Waiting());
        }

        @Override
        public void found() {
            attendant.step(new InclusionStep.Found());
        }

        @Override
        public void joining(int nodeId) {
            joining.expect(nodeId);
        }
    }
}
