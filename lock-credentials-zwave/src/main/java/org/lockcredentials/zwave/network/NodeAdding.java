package org.lockcredentials.zwave.network;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.inclusion.InclusionFailure;
import org.lockcredentials.zwave.inclusion.InclusionFailure.Why;
import org.lockcredentials.zwave.inclusion.InclusionStage;
import org.lockcredentials.zwave.serialapi.function.AddNode;
import org.lockcredentials.zwave.serialapi.function.Command;

/**
 * The stick adds one node to the network, from {@code Add Node To Network} to the last stop (INS13954 §4.4.1, figure 39).
 *
 * <p>Between the finding of a node and the end of the protocol's work nothing is stopped, which would leave a node behind that nobody knows of.
 */
final class NodeAdding implements Change<Newcomer> {

    /** §4.4.1.3.1. */
    private static final Duration READY = Duration.ofSeconds(10);
    /** §4.4.1.2.3. */
    private static final Duration ADDING = Duration.ofSeconds(60);
    /** The stick has only its tables to tidy. */
    private static final Duration STOPPING = Duration.ofSeconds(10);

    /** How long to wait for what depends on the network. */
    interface Patience {

        /** For a node that asks to join (§4.4.1.3.2). */
        Duration find();

        /** From the finding of a node to the end of the protocol's work (§4.4.1.3.3). */
        Duration finish(boolean controller);
    }

    /** Hears how far it is. */
    interface Listener {

        void waiting();

        void found();

        /** The node has its id, and nothing else yet. */
        void joining(int nodeId);
    }

    private final StickControl stick;
    private final IntFunction<? extends Command> start;
    private final Patience patience;
    private final Listener listener;
    private final CompletableFuture<Newcomer> result = new CompletableFuture<>();
    private InclusionStage stage = InclusionStage.START;
    private int callbackId;
    private boolean stopping;
    private Optional<Newcomer> newcomer = Optional.empty();
    private Runnable afterStop = () -> {};
    private Cancellable timer = () -> {};
    private long foundAt;

    /** @param start what begins it, with the callback id that is given */
    NodeAdding(StickControl stick, IntFunction<? extends Command> start, Patience patience, Listener listener) {
        this.stick = stick;
        this.start = start;
        this.patience = patience;
        this.listener = listener;
    }

    /** Completes with the node, or with an {@link InclusionFailure}; the stick is idle again by then. */
    @Override
    public CompletableFuture<Newcomer> run() {
        callbackId = stick.nextCallbackId();
        timeout(READY, () -> leave(Why.TIMEOUT));
        stick.order(start.apply(callbackId)).exceptionally(failure -> {
            fail(StickControl.why(failure));
            return null;
        });
        return result;
    }

    /** The stick tells how far it is. */
    @Override
    public void heard(AddNode.Status status) {
        if (status.callbackId() != callbackId || result.isDone()) {
            return;
        }
        if (stopping) {
            if (status.step() == AddNode.Status.Step.DONE || status.step() == AddNode.Status.Step.FAILED) {
                stopped();
            }
            return;
        }
        switch (status.step()) {
            case LEARN_READY -> ready();
            case NODE_FOUND -> found();
            case ADDING_SLAVE, ADDING_CONTROLLER -> adding(status);
            case PROTOCOL_DONE, DONE -> protocolDone();
            case FAILED -> stop(Why.REFUSED);
            case NOT_PRIMARY -> leave(Why.NOT_PRIMARY);
            case UNKNOWN -> {}
        }
    }

    private void ready() {
        if (stage == InclusionStage.START) {
            stage = InclusionStage.FIND;
            timeout(patience.find(), () -> leave(Why.TIMEOUT));
            listener.waiting();
        }
    }

    private void found() {
        if (stage == InclusionStage.START || stage == InclusionStage.FIND) {
            stage = InclusionStage.ADD;
            foundAt = stick.nanoTime();
            timeout(ADDING, () -> stop(Why.TIMEOUT));
            listener.found();
        }
    }

    private void adding(AddNode.Status status) {
        found();
        if (stage != InclusionStage.ADD || status.node().isEmpty()) {
            return;
        }
        boolean controller = status.step() == AddNode.Status.Step.ADDING_CONTROLLER;
        stage = InclusionStage.FINISH;
        newcomer = Optional.of(new Newcomer(status.node().getAsInt(), status.information(), controller));
        Duration elapsed = Duration.ofNanos(stick.nanoTime() - foundAt);
        timeout(patience.finish(controller).minus(elapsed), () -> stop(Why.TIMEOUT));
        listener.joining(status.node().getAsInt());
    }

    private void protocolDone() {
        if (newcomer.isEmpty()) {
            stop(Why.REFUSED);
        } else {
            stop(() -> result.complete(newcomer.get()));
        }
    }

    /** Gives up where that does no harm; a node that is just being added is added first. */
    @Override
    public void cancel() {
        if (callbackId != 0
                && !stopping
                && !result.isDone()
                && (stage == InclusionStage.START || stage == InclusionStage.FIND)) {
            stop(Why.CANCELLED);
        }
    }

    /** A stick that is only out of reach is told to stop when it is back. */
    @Override
    public void end(Why why) {
        leave(why);
    }

    private void stop(Why why) {
        stop(() -> fail(why));
    }

    /** The stick says when it has tidied up, and is told once more then (§4.4.1.1.3). */
    private void stop(Runnable then) {
        stopping = true;
        afterStop = then;
        timeout(STOPPING, this::stopped);
        stick.order(stop(callbackId)).exceptionally(failure -> {
            stopped();
            return null;
        });
    }

    private void stopped() {
        timer.cancel();
        if (!result.isDone()) {
            stick.order(stop(0));
            afterStop.run();
        }
    }

    /** The stick is told to stop, and owes no answer. */
    private void leave(Why why) {
        if (!result.isDone()) {
            stick.order(stop(0));
            fail(why);
        }
    }

    private void fail(Why why) {
        timer.cancel();
        OptionalInt left = newcomer.map(node -> OptionalInt.of(node.nodeId())).orElseGet(OptionalInt::empty);
        result.completeExceptionally(new InclusionFailure(stage, why, left));
    }

    private void timeout(Duration duration, Runnable task) {
        timer.cancel();
        timer = stick.after(duration, task);
    }

    private static AddNode stop(int callbackId) {
        return new AddNode(AddNode.STOP, false, false, callbackId);
    }
}
