package org.lockcredentials.zwave.frame;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.lockcredentials.spi.Scheduler;
import org.lockcredentials.spi.Scheduler.Cancellable;

/**
 * The module's side of the frame link: acknowledges, answers CAN while it waits for an ACK of its own,
 * and retransmits, all by INS12350.
 *
 * <p>It knows every frame that was meant, so it can tell how many got through that were not: damage that an 8-bit XOR does not show.
 */
public final class FakeModule {

    private static final Duration LATENCY = Duration.ofMillis(2);

    private final Consumer<byte[]> host;
    private final Scheduler time;
    private final Consumer<DataFrame> requests;
    private final Ear own = new Ear(this::heard);
    private final Ear hosts = new Ear(this::hostHeard);
    private final FrameParser written = new FrameParser();
    private final Deque<DataFrame> outgoing = new ArrayDeque<>();
    private final Set<DataFrame> meant = new HashSet<>();
    private Faults faults = Faults.none();
    private Cancellable timer = () -> {};
    private boolean awaitingAck;
    private boolean losesAck;
    private int retransmissions;
    private int forged;

    /** @param host what the module says goes there; what the host says comes to {@link #fromHost} */
    public FakeModule(Consumer<byte[]> host, Scheduler time, Consumer<DataFrame> requests) {
        this.host = host;
        this.time = time;
        this.requests = requests;
    }

    /** The next data frame of the host arrives, but its ACK gets lost. */
    public void loseAck() {
        losesAck = true;
    }

    /** The host hears three data frames whose checksums do not fit. */
    public void babble() {
        for (int i = 0; i < 3; i++) {
            time.schedule(Duration.ofMillis(200L * i), () -> host.accept(new byte[] {1, 3, 1, 0x15, 0}));
        }
    }

    public void faults(Faults damage) {
        faults = damage;
    }

    /** Frames that somebody took for good though nobody sent them. */
    public int forged() {
        return forged;
    }

    /** Sends a frame when those before it are done. */
    public void send(DataFrame frame) {
        meant.add(
                new DataFrame(frame.type(), frame.function(), frame.parameters().clone()));
        outgoing.add(frame);
        pump();
    }

    /** Forgets all that was to be sent, as a restart does. */
    public void restart() {
        outgoing.clear();
        timer.cancel();
        awaitingAck = false;
    }

    private void pump() {
        if (!awaitingAck && !outgoing.isEmpty()) {
            retransmissions = 0;
            transmit();
        }
    }

    private void transmit() {
        awaitingAck = true;
        write(outgoing.element());
        timer = time.schedule(Duration.ofMillis(1600), this::again);
    }

    private void again() {
        timer.cancel();
        if (retransmissions == 3) {
            done();
            return;
        }
        timer = time.schedule(Duration.ofMillis(100 + 1000L * retransmissions++), this::transmit);
    }

    private void done() {
        timer.cancel();
        awaitingAck = false;
        outgoing.poll();
        pump();
    }

    /** What the host wrote, in whatever pieces. */
    public void fromHost(byte[] bytes) {
        written.feed(bytes, found -> {
            if (found instanceof FrameParser.Found.Whole whole && whole.frame() instanceof DataFrame data) {
                meant.add(data);
            }
        });
        byte[] damaged = faults.damage(bytes);
        time.schedule(LATENCY, () -> own.hear(damaged));
    }

    private void write(Frame frame) {
        byte[] damaged = faults.damage(frame.encode());
        time.schedule(LATENCY, () -> {
            hosts.hear(damaged);
            if (damaged.length > 0) {
                host.accept(damaged);
            }
        });
    }

    private void heard(FrameParser.Found found) {
        if (found instanceof FrameParser.Found.Corrupt) {
            write(ControlFrame.NAK);
        } else if (found instanceof FrameParser.Found.Whole whole) {
            if (whole.frame() instanceof DataFrame data) {
                request(data);
            } else if (awaitingAck && whole.frame() == ControlFrame.ACK) {
                done();
            } else if (awaitingAck && whole.frame() instanceof ControlFrame) {
                again();
            }
        }
    }

    private void request(DataFrame data) {
        if (awaitingAck) {
            write(ControlFrame.CAN);
            return;
        }
        if (!meant.contains(data)) {
            forged++;
        }
        if (!losesAck) {
            write(ControlFrame.ACK);
        }
        losesAck = false;
        requests.accept(data);
    }

    private void hostHeard(FrameParser.Found found) {
        if (found instanceof FrameParser.Found.Whole whole
                && whole.frame() instanceof DataFrame data
                && !meant.contains(data)) {
            forged++;
        }
    }

    /** A parser with its time-outs. */
    private final class Ear {

        private final FrameParser parser = new FrameParser();
        private final Consumer<FrameParser.Found> found;
        private Cancellable quiet = () -> {};

        Ear(Consumer<FrameParser.Found> found) {
            this.found = found;
        }

        void hear(byte[] bytes) {
            boolean wasInside = parser.insideFrame();
            parser.feed(bytes, found);
            if (parser.insideFrame() && wasInside) {
                return;
            }
            quiet.cancel();
            if (parser.insideFrame() || parser.state() instanceof FrameParser.State.Lost) {
                quiet = time.schedule(Duration.ofMillis(parser.insideFrame() ? 1500 : 100), parser::quiet);
            }
        }
    }
}
