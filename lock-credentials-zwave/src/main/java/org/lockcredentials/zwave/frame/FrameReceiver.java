package org.lockcredentials.zwave.frame;

import java.time.Duration;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.frame.FrameParser.Found;

/**
 * Makes frames of the bytes that arrive, answers each data frame, and notices a line that stays bad (INS12350 §6.2.1 and §6.4.2).
 *
 * <p>Touched by tasks of its actor only.
 */
final class FrameReceiver {

    /** INS12350 §6.2.1. */
    private static final Duration RECEPTION_TIMEOUT = Duration.ofMillis(1500);
    /** Longer than a pause inside a frame at 115,200 baud or a hiccup of the system, shorter than any answer's time-out. */
    private static final Duration RESYNCHRONISATION = Duration.ofMillis(100);
    /** INS12350 §6.4.2. */
    private static final int BAD_CHECKSUMS_IN_A_ROW = 3;

    /** Hears what arrives. */
    interface Listener {

        /** A data frame arrived; it is not acknowledged yet and belongs to the listener. */
        void data(DataFrame frame);

        void control(ControlFrame frame);

        /** A data frame that nobody needs, or that arrived with errors, wants this answer. */
        void answer(ControlFrame answer);

        /** Three data frames in a row had a bad checksum. */
        void unreadable();

        /** No data frame is arriving any more. */
        void silent();
    }

    private final Actor actor;
    private final Listener listener;
    private final FrameParser parser = new FrameParser();
    private Cancellable timer = () -> {};
    private boolean timesAFrame;
    private int badChecksums;

    FrameReceiver(Actor actor, Listener listener) {
        this.actor = actor;
        this.listener = listener;
    }

    /** True from a data frame's first byte to its last. */
    boolean insideFrame() {
        return parser.insideFrame();
    }

    /** Takes the next bytes. */
    void received(byte[] bytes) {
        parser.feed(bytes, this::found);
        if (parser.state() instanceof FrameParser.State.Lost) {
            restartTimer(RESYNCHRONISATION);
        } else if (!parser.insideFrame()) {
            stopTimer();
        } else if (!timesAFrame) {
            restartTimer(RECEPTION_TIMEOUT);
            timesAFrame = true;
        }
    }

    /** Forgets what arrived of an unfinished frame. */
    void stop() {
        stopTimer();
        parser.quiet();
        badChecksums = 0;
    }

    private void found(Found found) {
        stopTimer();
        if (found instanceof Found.Whole whole) {
            if (whole.frame() instanceof DataFrame data) {
                badChecksums = 0;
                listener.data(data);
            } else if (whole.frame() instanceof ControlFrame control) {
                listener.control(control);
            }
        } else if (found instanceof Found.Reserved) {
            badChecksums = 0;
            listener.answer(ControlFrame.ACK);
        } else if (found instanceof Found.Corrupt) {
            corrupt();
        }
    }

    private void corrupt() {
        listener.answer(ControlFrame.NAK);
        badChecksums++;
        if (badChecksums == BAD_CHECKSUMS_IN_A_ROW) {
            badChecksums = 0;
            listener.unreadable();
        }
    }

    private void restartTimer(Duration wait) {
        stopTimer();
        timer = actor.after(wait, () -> {
            timesAFrame = false;
            parser.quiet();
            listener.silent();
        });
    }

    private void stopTimer() {
        timer.cancel();
        timesAFrame = false;
    }
}
