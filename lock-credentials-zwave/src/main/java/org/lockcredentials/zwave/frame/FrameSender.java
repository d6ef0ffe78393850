package org.lockcredentials.zwave.frame;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.Scheduler.Cancellable;

/**
 * Delivers data frames one at a time: sends, waits for the ACK, waits and sends again (INS12350 §6.2.2 and §6.3).
 *
 * <p>Touched by tasks of its actor only.
 */
final class FrameSender {

    /** INS12350 §6.3. */
    static final int MAX_RETRANSMISSIONS = 3;

    /** INS12350 §6.2.2. */
    private static final Duration ACK_TIMEOUT = Duration.ofMillis(1600);

    /** The line that frames are sent on. */
    interface Line {

        void write(DataFrame frame);

        /** True while a frame would run into one of the module's, and be discarded with a CAN. */
        boolean isBusy();

        /** No frame awaits its ACK any more. */
        void answered();

        /** Not one byte came while a frame was sent over and over. */
        void dead();
    }

    private enum Failure {
        NO_ACK,
        NAK,
        CAN
    }

    private sealed interface State {

        record Idle() implements State {}

        record AwaitingAck(Outgoing outgoing, Cancellable timeout) implements State {}

        record BackingOff(Outgoing outgoing, Cancellable timer, Failure after) implements State {}
    }

    private static final State IDLE = new State.Idle();

    private final Line line;
    private final String lineName;
    private final Actor actor;
    private final Deque<Outgoing> queue = new ArrayDeque<>();
    private State state = IDLE;

    FrameSender(Line line, String lineName, Actor actor) {
        this.line = line;
        this.lineName = lineName;
        this.actor = actor;
    }

    /** Queues a frame; see {@link FrameLink#send}. */
    CompletableFuture<Void> send(DataFrame frame) {
        Outgoing outgoing = new Outgoing(frame);
        queue.add(outgoing);
        pump();
        return outgoing.delivered;
    }

    boolean awaitsAck() {
        return state instanceof State.AwaitingAck;
    }

    /** Sends the next frame if nothing is in its way. */
    void pump() {
        while (state == IDLE && !queue.isEmpty() && !line.isBusy()) {
            Outgoing next = queue.remove();
            if (!next.isOver()) {
                transmit(next);
            }
        }
    }

    private void transmit(Outgoing outgoing) {
        Cancellable timeout = actor.after(ACK_TIMEOUT, () -> notDelivered(outgoing, Failure.NO_ACK));
        state = new State.AwaitingAck(outgoing, timeout);
        line.write(outgoing.frame);
    }

    /** Some bytes arrived: the line is not dead. */
    void heard() {
        if (state instanceof State.AwaitingAck awaiting) {
            awaiting.outgoing.heardAnything = true;
        }
    }

    /** A control frame arrived. One that answers nothing is ignored: sticks send such after a reset. */
    void answered(ControlFrame answer) {
        if (state instanceof State.AwaitingAck awaiting) {
            awaiting.timeout.cancel();
            switch (answer) {
                case ACK -> delivered(awaiting.outgoing);
                case NAK -> notDelivered(awaiting.outgoing, Failure.NAK);
                case CAN -> notDelivered(awaiting.outgoing, Failure.CAN);
            }
        } else if (answer == ControlFrame.ACK
                && state instanceof State.BackingOff late
                && late.after == Failure.NO_ACK) {
            late.timer.cancel();
            delivered(late.outgoing);
        }
    }

    private void delivered(Outgoing outgoing) {
        state = IDLE;
        outgoing.delivered.complete(null);
        line.answered();
        pump();
    }

    private void notDelivered(Outgoing outgoing, Failure failure) {
        outgoing.unanswered |= failure == Failure.NO_ACK;
        if (outgoing.isOver()) {
            state = IDLE;
        } else if (outgoing.retransmissions == MAX_RETRANSMISSIONS) {
            giveUp(outgoing, failure);
        } else {
            backOff(outgoing, failure);
        }
        line.answered();
        pump();
    }

    private void backOff(Outgoing outgoing, Failure failure) {
        Duration wait = Duration.ofMillis(100 + outgoing.retransmissions * 1000L);
        outgoing.retransmissions++;
        Cancellable timer = actor.after(wait, () -> {
            state = IDLE;
            queue.addFirst(outgoing);
            pump();
        });
        state = new State.BackingOff(outgoing, timer, failure);
    }

    private void giveUp(Outgoing outgoing, Failure failure) {
        state = IDLE;
        if (failure == Failure.NO_ACK && !outgoing.heardAnything) {
            line.dead();
        }
        // The acknowledgement may be what was lost, and the module have acted on the frame.
        outgoing.fail(
                outgoing.unanswered
                        ? new LinkException(LinkException.Kind.TIMEOUT, lineName + " did not acknowledge a frame")
                        : new LinkException(
                                LinkException.Kind.REFUSED, lineName + " did not take a frame: " + failure));
    }

    /** Fails what is queued or under way. */
    void failAll(LinkException reason) {
        List<Outgoing> failing = new ArrayList<>(queue);
        queue.clear();
        if (state instanceof State.AwaitingAck awaiting) {
            awaiting.timeout.cancel();
            failing.add(0, awaiting.outgoing);
        } else if (state instanceof State.BackingOff backingOff) {
            backingOff.timer.cancel();
            failing.add(0, backingOff.outgoing);
        }
        state = IDLE;
        failing.forEach(outgoing -> outgoing.fail(reason));
    }

    private static final class Outgoing {

        private final DataFrame frame;
        private final CompletableFuture<Void> delivered = new CompletableFuture<>();
        private int retransmissions;
        private boolean heardAnything;
        private boolean unanswered;

        Outgoing(DataFrame frame) {
            this.frame = frame;
            delivered.whenComplete((done, failure) -> frame.wipe());
        }

        /** True if the sender's caller recalled it. */
        boolean isOver() {
            return delivered.isDone();
        }

        void fail(LinkException reason) {
            delivered.completeExceptionally(reason);
        }
    }
}
