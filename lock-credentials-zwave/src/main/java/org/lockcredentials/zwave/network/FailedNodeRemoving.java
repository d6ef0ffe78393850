package org.lockcredentials.zwave.network;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.inclusion.InclusionFailure.Why;
import org.lockcredentials.zwave.serialapi.function.FailedNode;

/** The stick takes a node out of the network that does not answer any more (INS13954 §4.4.20). */
final class FailedNodeRemoving implements Change<OptionalInt> {

    /** The stick tries to reach the node once more, perhaps by a beam and over every route. */
    private static final Duration REMOVING = Duration.ofSeconds(65);

    private final StickControl stick;
    private final FailedNodes failedNodes;
    private final int nodeId;
    private final int callbackId;
    private final CompletableFuture<OptionalInt> result = new CompletableFuture<>();

    FailedNodeRemoving(StickControl stick, FailedNodes failedNodes, int nodeId) {
        this.stick = stick;
        this.failedNodes = failedNodes;
        this.nodeId = nodeId;
        this.callbackId = stick.nextCallbackId();
    }

    /** Completes with the node when it is out; fails with a {@link ChangeFailure}, REFUSED if it answers. */
    @Override
    public CompletableFuture<OptionalInt> run() {
        Cancellable timer = stick.after(REMOVING, () -> end(Why.TIMEOUT));
        result.whenComplete((done, failure) -> timer.cancel());
        failedNodes
                .mustNotAnswer(nodeId)
                .thenCompose(silent -> stick.call(new FailedNode(FailedNode.Aim.REMOVE, nodeId, callbackId)))
                .whenComplete((start, failure) -> {
                    if (failure != null) {
                        end(StickControl.why(failure));
                    } else if (!start.isStarted()) {
                        end(FailedNodes.why(start));
                    }
                });
        return result;
    }

    @Override
    public void heard(FailedNode.Status status) {
        if (status.callbackId() != callbackId) {
            return;
        }
        if (status.step() == FailedNode.Status.Step.REMOVED) {
            result.complete(OptionalInt.of(nodeId));
        } else {
            end(Why.REFUSED);
        }
    }

    /** Of no effect: the stick cannot be stopped, and is done soon. */
    @Override
    public void cancel() {}

    @Override
    public void end(Why why) {
        result.completeExceptionally(new ChangeFailure("removing node " + nodeId, why));
    }
}
