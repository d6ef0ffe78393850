package org.lockcredentials.zwave.network;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.inclusion.InclusionFailure.Why;
import org.lockcredentials.zwave.serialapi.function.Query;
import org.lockcredentials.zwave.serialapi.function.RemoveNode;

/** The stick takes one node out of its network, whichever asks (INS13954 §4.4.22, figure 42). */
final class NodeRemoving implements Change<OptionalInt> {

    /** The specification gives the stick 0.2 s; sticks of the 500 series take longer. */
    private static final Duration READY = Duration.ofSeconds(10);
    /** §4.4.22.3.2. */
    private static final Duration FIND = Duration.ofSeconds(60);
    /** §4.4.22.3.3. */
    private static final Duration REMOVING = Duration.ofSeconds(14);

    private enum Stage {
        START,
        FIND,
        REMOVE,
        STOPPING
    }

    private final StickControl stick;
    private final Runnable waiting;
    private final CompletableFuture<OptionalInt> result = new CompletableFuture<>();
    private int callbackId;
    private Stage stage = Stage.START;
    private OptionalInt node = OptionalInt.empty();
    private Why why = Why.TIMEOUT;
    private Cancellable timer = () -> {};

    /** @param waiting told when the stick listens */
    NodeRemoving(StickControl stick, Runnable waiting) {
        this.stick = stick;
        this.waiting = waiting;
    }

    /** Completes with the node that left, empty if it was of another network; or with a {@link ChangeFailure}. */
    @Override
    public CompletableFuture<OptionalInt> run() {
        callbackId = stick.nextCallbackId();
        timeout(READY, () -> leave(Why.TIMEOUT));
        stick.order(new RemoveNode(RemoveNode.ANY, true, true, callbackId)).exceptionally(failure -> {
            fail(StickControl.why(failure));
            return null;
        });
        return result;
    }

    /** The stick tells how far it is. */
    @Override
    public void heard(RemoveNode.Status status) {
        if (status.callbackId() != callbackId || result.isDone()) {
            return;
        }
        switch (status.step()) {
            case LEARN_READY -> ready();
            case NODE_FOUND -> found();
            case REMOVING_SLAVE, REMOVING_CONTROLLER -> {
                found();
                node = status.node().isPresent() && status.node().getAsInt() != 0 ? status.node() : OptionalInt.empty();
            }
            case DONE, PROTOCOL_DONE -> done();
            case FAILED -> {
                if (stage == Stage.STOPPING) {
                    leave(why);
                } else {
                    stop(Why.REFUSED);
                }
            }
            case NOT_PRIMARY -> leave(Why.NOT_PRIMARY);
            case UNKNOWN -> {}
        }
    }

    private void ready() {
        if (stage == Stage.START) {
            stage = Stage.FIND;
            timeout(FIND, () -> leave(Why.TIMEOUT));
            waiting.run();
        }
    }

    private void found() {
        if (stage == Stage.START || stage == Stage.FIND) {
            stage = Stage.REMOVE;
            timeout(REMOVING, () -> stop(Why.TIMEOUT));
        }
    }

    private void done() {
        if (stage == Stage.REMOVE) {
            timer.cancel();
            stick.order(stop(0));
            result.complete(node);
        } else if (stage == Stage.STOPPING) {
            leaveUnlessRemoved();
        }
    }

    /** Gives up, unless a node is leaving just now. */
    @Override
    public void cancel() {
        if (callbackId != 0 && !result.isDone() && (stage == Stage.START || stage == Stage.FIND)) {
            stop(Why.CANCELLED);
        }
    }

    @Override
    public void end(Why reason) {
        leave(reason);
    }

    private void stop(Why reason) {
        stage = Stage.STOPPING;
        why = reason;
        timeout(REMOVING, this::leaveUnlessRemoved);
        stick.order(new RemoveNode(RemoveNode.STOP, false, false, callbackId)).exceptionally(failure -> {
            leave(why);
            return null;
        });
    }

    /** The node may have left though the stick did not say so: its list of nodes tells (§4.4.22.3.3). */
    private void leaveUnlessRemoved() {
        timer.cancel();
        if (node.isEmpty()) {
            leave(why);
            return;
        }
        stick.order(stop(0));
        stick.call(Query.INIT_DATA).whenComplete((data, failure) -> {
            if (failure == null && !data.nodes().contains(node.getAsInt())) {
                result.complete(node);
            } else {
                fail(why);
            }
        });
    }

    private void leave(Why reason) {
        if (!result.isDone()) {
            stick.order(stop(0));
            fail(reason);
        }
    }

    private void fail(Why reason) {
        timer.cancel();
        result.completeExceptionally(new ChangeFailure("the exclusion", reason));
    }

    private void timeout(Duration duration, Runnable task) {
        timer.cancel();
        timer = stick.after(duration, task);
    }

    private static RemoveNode stop(int callbackId) {
        return new RemoveNode(RemoveNode.STOP, false, false, callbackId);
    }
}
