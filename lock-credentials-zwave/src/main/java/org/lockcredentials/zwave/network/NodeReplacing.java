package org.lockcredentials.zwave.network;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.inclusion.InclusionFailure;
import org.lockcredentials.zwave.inclusion.InclusionFailure.Why;
import org.lockcredentials.zwave.inclusion.InclusionStage;
import org.lockcredentials.zwave.serialapi.function.AddNode;
import org.lockcredentials.zwave.serialapi.function.FailedNode;

/** The stick gives the place of a node that does not answer to another one (INS13954 §4.4.21). */
final class NodeReplacing implements Change<Newcomer> {

    /** The stick tries to reach the old node first, perhaps by a beam and over every route. */
    private static final Duration START = Duration.ofSeconds(65);

    private final StickControl stick;
    private final FailedNodes failedNodes;
    private final int nodeId;
    private final Duration patience;
    private final NodeAdding.Listener listener;
    private final CompletableFuture<Newcomer> result = new CompletableFuture<>();
    private int callbackId;
    private InclusionStage stage = InclusionStage.START;
    private Cancellable timer = () -> {};

    /** @param patience for the new node */
    NodeReplacing(
            StickControl stick, FailedNodes failedNodes, int nodeId, Duration patience, NodeAdding.Listener listener) {
        this.stick = stick;
        this.failedNodes = failedNodes;
        this.nodeId = nodeId;
        this.patience = patience;
        this.listener = listener;
    }

    /** Completes with the new node, which has not told anything of itself yet, or with an {@link InclusionFailure}. */
    @Override
    public CompletableFuture<Newcomer> run() {
        callbackId = stick.nextCallbackId();
        timeout(START);
        failedNodes
                .mustNotAnswer(nodeId)
                .thenCompose(silent -> stick.call(new FailedNode(FailedNode.Aim.REPLACE, nodeId, callbackId)))
                .whenComplete((start, failure) -> {
                    if (failure != null) {
                        fail(StickControl.why(failure));
                    } else if (!start.isStarted()) {
                        fail(FailedNodes.why(start));
                    }
                });
        return result;
    }

    /** The stick tells how far it is. */
    @Override
    public void heard(FailedNode.Status status) {
        if (status.callbackId() != callbackId || result.isDone()) {
            return;
        }
        switch (status.step()) {
            case READY -> {
                stage = InclusionStage.FIND;
                timeout(patience);
                listener.waiting();
            }
            case REPLACED -> {
                timer.cancel();
                listener.joining(nodeId);
                result.complete(new Newcomer(nodeId, Optional.empty(), false));
            }
            case NODE_OK, REMOVED, NOT_REMOVED, NOT_REPLACED, UNKNOWN -> fail(Why.REFUSED);
        }
    }

    /** Gives up, unless the new node has come. */
    @Override
    public void cancel() {
        stop(Why.CANCELLED);
    }

    @Override
    public void end(Why why) {
        stop(why);
    }

    private void stop(Why why) {
        if (callbackId != 0 && !result.isDone()) {
            stick.order(new AddNode(AddNode.STOP, false, false, 0));
            fail(why);
        }
    }

    private void fail(Why why) {
        timer.cancel();
        result.completeExceptionally(new InclusionFailure(stage, why, OptionalInt.empty()));
    }

    private void timeout(Duration duration) {
        timer.cancel();
        timer = stick.after(duration, () -> stop(Why.TIMEOUT));
    }
}
