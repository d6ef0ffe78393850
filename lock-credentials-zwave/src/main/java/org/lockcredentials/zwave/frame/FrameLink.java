package org.lockcredentials.zwave.frame;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.zwave.port.PortException;
import org.lockcredentials.zwave.port.ZWavePort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers data frames to the Z-Wave module one at a time and acknowledges the module's own (INS12350 §5 and §6).
 *
 * <p>A frame carries no number. So one that the module sent again because our ACK got lost cannot be told from a new one: it
 * is acknowledged and passed on again. And one that is retransmitted because the module's ACK got lost runs its function
 * twice, unless the caller learns in time that it arrived and {@linkplain #send recalls} it.
 *
 * <p>Used by tasks of its actor only; the listener is called and futures complete there.
 */
public final class FrameLink {

    private static final Logger log = LoggerFactory.getLogger(FrameLink.class);

    /** Hears of the link, as tasks of the actor. */
    public interface Listener {

        /** A data frame arrived and was acknowledged; it belongs to the listener. */
        void received(DataFrame frame);

        /** Three data frames in a row arrived with a bad checksum, which a reset of the module may mend (INS12350 §6.4.2). */
        void unreadable();

        /** The port is gone; {@link #restored()} follows once it is back, unless the link is closed before. */
        void lost(LinkException reason);

        /** The port is open again; the module may have been restarted. */
        void restored();
    }

    private final ReopeningPort port;
    private final String portName;
    private final FrameSender sender;
    private final FrameReceiver receiver;
    private final IntFunction<String> functionNames;
    private final Listener listener;
    private final Deque<DataFrame> held = new ArrayDeque<>();
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
        this.sender = new FrameSender(new Line(), portName, actor);
        this.receiver = new FrameReceiver(actor, new Arrivals());
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
     * lost; after {@value FrameSender#MAX_RETRANSMISSIONS} retransmissions, REFUSED if the module refused each of them, else TIMEOUT;
     * CLOSED. A caller that completes or cancels it recalls the frame, which is then not sent, or not sent again.
     *
     * @param frame is wiped when the future completes
     */
    public CompletableFuture<Void> send(DataFrame frame) {
        if (closed || !port.isOpen()) {
            frame.wipe();
            return CompletableFuture.failedFuture(
                    closed ? closedLink() : new LinkException(LinkException.Kind.LOST, portName + " is not open"));
        }
        return sender.send(frame);
    }

    /**
     * Fails what is queued and releases the port; doing so again changes nothing.
     *
     * <p>Completes without a value, never exceptionally, and within two seconds.
     */
    public CompletableFuture<Void> close() {
        closed = true;
        CompletableFuture<Void> released = port.close();
        stop(closedLink());
        return released;
    }

    private void stop(LinkException reason) {
        receiver.stop();
        held.forEach(DataFrame::wipe);
        held.clear();
        sender.failAll(reason);
    }

    private LinkException closedLink() {
        return new LinkException(LinkException.Kind.CLOSED, portName + " was closed");
    }

    private void write(Frame frame) {
        trace("->", frame);
        port.write(frame.encode());
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
            write(ControlFrame.NAK);
            if (wasOpen) {
                listener.restored();
            }
            wasOpen = true;
        }

        @Override
        public void bytesReceived(byte[] bytes) {
            sender.heard();
            receiver.received(bytes);
            sender.pump();
        }

        @Override
        public void lost(PortException reason) {
            LinkException lost =
                    new LinkException(LinkException.Kind.LOST, "the port is lost: " + reason.getMessage(), reason);
            receiver.stop();
            // First, so that nobody sends what comes next because what came before failed.
            listener.lost(lost);
            stop(lost);
        }
    }

    private final class Arrivals implements FrameReceiver.Listener {

        @Override
        public void data(DataFrame frame) {
            trace("<-", frame);
            write(ControlFrame.ACK);
            // What arrives before an expected ACK is processed after it (INS12350 §5.1).
            if (sender.awaitsAck()) {
                held.add(frame);
            } else {
                listener.received(frame);
            }
        }

        @Override
        public void control(ControlFrame frame) {
            trace("<-", frame);
            sender.answered(frame);
        }

        @Override
        public void answer(ControlFrame answer) {
            write(answer);
        }

        @Override
        public void unreadable() {
            listener.unreadable();
        }

        @Override
        public void silent() {
            sender.pump();
        }
    }

    private final class Line implements FrameSender.Line {

        @Override
        public void write(DataFrame frame) {
            FrameLink.this.write(frame);
        }

        @Override
        public boolean isBusy() {
            return receiver.insideFrame();
        }

        @Override
        public void answered() {
            while (!held.isEmpty()) {
                listener.received(held.remove());
            }
        }

        @Override
        public void dead() {
            // A socket or a driver may be dead without saying so; opening it anew is what INS12350 §6.3 recommends.
            port.abandon("does not answer");
        }
    }
}
