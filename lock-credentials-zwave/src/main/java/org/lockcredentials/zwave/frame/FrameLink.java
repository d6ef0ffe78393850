package org.lockcredentials.zwave.frame;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.frame.FrameParser.Found;
import org.lockcredentials.zwave.port.PortException;
import org.lockcredentials.zwave.port.ZWavePort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers data frames to the Z-Wave module one at a time and acknowledges the module's own (INS12350 §5 and §6).
 *
 * <p>A frame carries no number, so one that the module sent again because our ACK got lost cannot be told from a new one:
 * it is acknowledged and passed on again.
 *
 * <p>Used by tasks of its actor only; the listener is called and futures complete there.
 */
public final class FrameLink {

    private static final Logger log = LoggerFactory.getLogger(FrameLink.class);

    /** INS12350 §6.2.2. */
    private static final Duration ACK_TIMEOUT = Duration.ofMillis(1600);
    /** INS12350 §6.2.1. */
    private static final Duration RECEPTION_TIMEOUT = Duration.ofMillis(1500);
    /** Longer than a pause inside a frame at 115,200 baud or a hiccup of the system, shorter than any answer's time-out. */
    private static final Duration RESYNCHRONISATION = Duration.ofMillis(100);
    /** INS12350 §6.3. */
    private static final int MAX_RETRANSMISSIONS = 3;

    /** Hears of the link, as tasks of the actor. */
    public interface Listener {

        /** A data frame arrived and was acknowledged; it belongs to the listener. */
        void received(DataFrame frame);

        /** The port is gone; {@link #restored()} follows once it is back, unless the link is closed before. */
        void lost(LinkException reason);

        /** The port is open again; the module may have been restarted. */
        void restored();
    }

    private sealed interface Sending {

        record Nothing() implements Sending {}

        record AwaitingAck(Outgoing outgoing, Cancellable timeout) implements Sending {}

        record BackingOff(Outgoing outgoing, Cancellable timer, Failure after) implements Sending {}
    }

    private enum Failure {
        NO_ACK,
        NAK,
        CAN
    }

    private static final Sending NOTHING = new Sending.Nothing();
    private static final Cancellable NO_TIMER = () -> {};

    private final ReopeningPort port;
    private final String portName;
    private final Actor actor;
    private final IntFunction<String> functionNames;
    private final Listener listener;
    private final FrameParser parser = new FrameParser();
    private final Deque<Outgoing> queue = new ArrayDeque<>();
    private final Deque<DataFrame> held = new ArrayDeque<>();
    private Sending sending = NOTHING;
    private Cancellable receptionTimer = NO_TIMER;
    private boolean wasOpen;
    private boolean closed;

    /**
     * A link that is not open yet.
     *
     * @param functionNames what functions are called in the log
     */
    public FrameLink(ZWavePort port, Actor actor, IntFunction<String> functionNames, Listener listener) {
        this.port = new ReopeningPort(port, actor, new PortEvents());
        this.portName = port.name();
        this.actor = actor;
        this.functionNames = functionNames;
        this.listener = listener;
    }

    /**
     * Opens the port; from then on it is opened again whenever it is lost.
     *
     * <p>Completes without a value when the port is open; with a {@link LinkException} LOST, caused by the
     * {@link PortException}, if it does not open, and may then be called again; CLOSED if the link is closed meanwhile.
     */
    public CompletableFuture<Void> open() {
        return closed ? CompletableFuture.failedFuture(closedLink()) : port.open();
    }

    /** True while frames can be sent. */
    public boolean isOpen() {
        return port.isOpen();
    }

    /**
     * Queues a frame for delivery.
     *
     * <p>Completes without a value when the module acknowledged it; with a {@link LinkException}: LOST if the port is or gets
     * lost; after {@value #MAX_RETRANSMISSIONS} retransmissions, REFUSED if the module refused each of them, else TIMEOUT; CLOSED.
     *
     * @param frame is wiped when the future completes
     */
    public CompletableFuture<Void> send(DataFrame frame) {
        Outgoing outgoing = new Outgoing(frame);
        if (closed) {
            outgoing.fail(closedLink());
        } else if (!port.isOpen()) {
            outgoing.fail(new LinkException(LinkException.Kind.LOST, portName + " is not open"));
        } else {
            queue.add(outgoing);
            pump();
        }
        return outgoing.delivered;
    }

    /**
     * Fails what is queued and releases the port; doing so again changes nothing.
     *
     * <p>Completes without a value, never exceptionally, and within two seconds.
     */
    public CompletableFuture<Void> close() {
        closed = true;
        CompletableFuture<Void> released = port.close();
        failAll(closedLink());
        stopReceiving();
        return released;
    }

    private void pump() {
        // A frame sent into the module's own would only be discarded with a CAN.
        if (sending == NOTHING && !queue.isEmpty() && !parser.insideFrame()) {
            transmit(queue.remove());
        }
    }

    private void transmit(Outgoing outgoing) {
        trace("->", outgoing.frame);
        sending = new Sending.AwaitingAck(outgoing, actor.after(ACK_TIMEOUT, () -> retry(outgoing, Failure.NO_ACK)));
        port.write(outgoing.frame.encode());
    }

    private void retry(Outgoing outgoing, Failure failure) {
        outgoing.unanswered |= failure == Failure.NO_ACK;
        if (outgoing.retransmissions == MAX_RETRANSMISSIONS) {
            giveUp(outgoing, failure);
            return;
        }
        Duration wait = Duration.ofMillis(100 + outgoing.retransmissions * 1000L);
        outgoing.retransmissions++;
        Cancellable timer = actor.after(wait, () -> {
            sending = NOTHING;
            queue.addFirst(outgoing);
            pump();
        });
        sending = new Sending.BackingOff(outgoing, timer, failure);
        passHeld();
    }

    private void giveUp(Outgoing outgoing, Failure failure) {
        sending = NOTHING;
        // The acknowledgement may be what was lost, and the module have acted on the frame.
        LinkException reason = outgoing.unanswered
                ? new LinkException(LinkException.Kind.TIMEOUT, portName + " did not acknowledge a frame")
                : new LinkException(LinkException.Kind.REFUSED, portName + " did not take a frame: " + failure);
        boolean dead = failure == Failure.NO_ACK && !outgoing.heardAnything;
        if (dead) {
            // A socket or a driver may be dead without saying so; opening it anew is what INS12350 §6.3 recommends.
            port.abandon("does not answer");
        }
        outgoing.fail(reason);
        passHeld();
        pump();
    }

    private void received(byte[] bytes) {
        if (sending instanceof Sending.AwaitingAck awaiting) {
            awaiting.outgoing.heardAnything = true;
        }
        parser.feed(bytes, this::found);
        if (parser.state() instanceof FrameParser.State.Lost) {
            restartReceptionTimer(RESYNCHRONISATION);
        } else if (parser.insideFrame()) {
            if (receptionTimer == NO_TIMER) {
                restartReceptionTimer(RECEPTION_TIMEOUT);
            }
        } else {
            stopReceptionTimer();
        }
        pump();
    }

    private void found(Found found) {
        stopReceptionTimer();
        if (found instanceof Found.Whole whole) {
            trace("<-", whole.frame());
            if (whole.frame() instanceof DataFrame data) {
                answer(ControlFrame.ACK);
                pass(data);
            } else if (whole.frame() instanceof ControlFrame control) {
                answered(control);
            }
        } else if (found instanceof Found.Corrupt) {
            answer(ControlFrame.NAK);
        } else if (found instanceof Found.Reserved) {
            answer(ControlFrame.ACK);
        }
    }

    /** What arrives before an expected ACK is processed after it (INS12350 §5.1). */
    private void pass(DataFrame data) {
        if (sending instanceof Sending.AwaitingAck) {
            held.add(data);
        } else {
            listener.received(data);
        }
    }

    private void passHeld() {
        while (!held.isEmpty()) {
            listener.received(held.remove());
        }
    }

    private void answered(ControlFrame control) {
        if (sending instanceof Sending.AwaitingAck awaiting) {
            awaiting.timeout.cancel();
            switch (control) {
                case ACK -> delivered(awaiting.outgoing);
                case NAK -> retry(awaiting.outgoing, Failure.NAK);
                case CAN -> retry(awaiting.outgoing, Failure.CAN);
            }
        } else if (control == ControlFrame.ACK
                && sending instanceof Sending.BackingOff late
                && late.after == Failure.NO_ACK) {
            late.timer.cancel();
            delivered(late.outgoing);
        }
        // Any other control byte answers nothing: sticks send such after a reset.
    }

    private void delivered(Outgoing outgoing) {
        sending = NOTHING;
        outgoing.succeed();
        passHeld();
        pump();
    }

    private void answer(ControlFrame control) {
        trace("->", control);
        port.write(control.encode());
    }

    private void restartReceptionTimer(Duration wait) {
        receptionTimer.cancel();
        receptionTimer = actor.after(wait, () -> {
            receptionTimer = NO_TIMER;
            parser.quiet();
            pump();
        });
    }

    private void stopReceptionTimer() {
        receptionTimer.cancel();
        receptionTimer = NO_TIMER;
    }

    private void stopReceiving() {
        stopReceptionTimer();
        parser.quiet();
    }

    private void failAll(LinkException reason) {
        List<Outgoing> failing = new ArrayList<>(queue);
        queue.clear();
        if (sending instanceof Sending.AwaitingAck awaiting) {
            awaiting.timeout.cancel();
            failing.add(0, awaiting.outgoing);
        } else if (sending instanceof Sending.BackingOff backingOff) {
            backingOff.timer.cancel();
            failing.add(0, backingOff.outgoing);
        }
        sending = NOTHING;
        held.clear();
        failing.forEach(outgoing -> outgoing.fail(reason));
    }

    private LinkException closedLink() {
        return new LinkException(LinkException.Kind.CLOSED, portName + " was closed");
    }

    private void trace(String direction, Frame frame) {
        if (!log.isTraceEnabled()) {
            return;
        }
        if (frame instanceof DataFrame data) {
            log.trace(
                    "{} {} {} {}, {} bytes",
                    portName,
                    direction,
                    data.type(),
                    functionNames.apply(data.function()),
                    data.parameters().length);
        } else {
            log.trace("{} {} {}", portName, direction, frame);
        }
    }

    private final class PortEvents implements ReopeningPort.Listener {

        @Override
        public void opened() {
            // The module drops what it may have of a half-sent frame (INS12350 §6.1.2).
            answer(ControlFrame.NAK);
            if (wasOpen) {
                listener.restored();
            }
            wasOpen = true;
        }

        @Override
        public void bytesReceived(byte[] bytes) {
            received(bytes);
        }

        @Override
        public void lost(PortException reason) {
            LinkException lost =
                    new LinkException(LinkException.Kind.LOST, "the port is lost: " + reason.getMessage(), reason);
            stopReceiving();
            // First, so that nobody sends what comes next because what came before failed.
            listener.lost(lost);
            failAll(lost);
        }
    }

    private static final class Outgoing {

        private final DataFrame frame;
        private final CompletableFuture<Void> delivered = new CompletableFuture<>();
        private int retransmissions;
        private boolean heardAnything;
        private boolean unanswered;

        Outgoing(DataFrame frame) {
            this.frame = frame;
        }

        void succeed() {
            frame.wipe();
            delivered.complete(null);
        }

        void fail(LinkException reason) {
            frame.wipe();
            delivered.completeExceptionally(reason);
        }
    }
}
