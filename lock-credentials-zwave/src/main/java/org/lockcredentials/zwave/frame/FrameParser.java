package org.lockcredentials.zwave.frame;

import java.util.Arrays;
import java.util.function.Consumer;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Finds frames in a stream of bytes that may be split, joined, or full of garbage (INS12350 §5.4.1, §6.2.1).
 *
 * <p>After a byte that belongs to no frame, control bytes are not believed until a frame starts or the line is quiet:
 * they may be the inside of a frame whose start was lost, and an ACK taken from there would confirm what never arrived.
 * A real one that is passed over costs a retransmission.
 *
 * <p>Knows no time: whoever feeds it calls {@link #quiet()} when the line has been still for as long as {@link #state()} allows.
 */
final class FrameParser {

    /** What was found. */
    sealed interface Found {

        /** A whole frame with a valid checksum. */
        record Whole(Frame frame) implements Found {}

        /** A data frame whose checksum does not fit: answered by NAK. */
        record Corrupt() implements Found {}

        /** A data frame of a reserved type: acknowledged and ignored. */
        record Reserved() implements Found {}

        /** A byte that belongs to no frame. */
        record Garbage() implements Found {}
    }

    /** Where in the stream the parser is. */
    sealed interface State {

        /** Between frames. */
        record Idle() implements State {}

        /** Out of step with the sender. */
        record Lost() implements State {}

        /** After SOF, before the length. */
        record Started() implements State {}

        /** In a data frame: Length and what follows, as far as it arrived. */
        record Inside(byte[] afterSof, int filled) implements State {}
    }

    private static final State IDLE = new State.Idle();
    private static final State LOST = new State.Lost();
    private static final State STARTED = new State.Started();

    private State state = IDLE;

    State state() {
        return state;
    }

    /** True from a data frame's first byte to its last. */
    boolean insideFrame() {
        return state instanceof State.Started || state instanceof State.Inside;
    }

    /** The line was still for too long: an unfinished frame is dropped without an answer. */
    void quiet() {
        if (state instanceof State.Inside inside) {
            Arrays.fill(inside.afterSof, (byte) 0);
        }
        state = IDLE;
    }

    /** Takes the next bytes and reports what they complete. */
    void feed(byte[] bytes, Consumer<? super Found> found) {
        for (byte next : bytes) {
            feed(next, found);
        }
    }

    private void feed(byte next, Consumer<? super Found> found) {
        if (state instanceof State.Inside inside) {
            fill(inside, next, found);
        } else if (state instanceof State.Started) {
            start(next, found);
        } else {
            between(next, found);
        }
    }

    private void between(byte next, Consumer<? super Found> found) {
        if (next == Frame.SOF) {
            state = STARTED;
            return;
        }
        var control = ControlFrame.of(next & 0xFF);
        if (control.isPresent() && state == IDLE) {
            found.accept(new Found.Whole(control.get()));
        } else {
            state = LOST;
            found.accept(new Found.Garbage());
        }
    }

    private void start(byte length, Consumer<? super Found> found) {
        if ((length & 0xFF) >= DataFrame.MIN_LENGTH) {
            byte[] afterSof = new byte[1 + (length & 0xFF)];
            afterSof[0] = length;
            state = new State.Inside(afterSof, 1);
        } else {
            // A doubled SOF starts the frame as well as a single one does.
            state = length == Frame.SOF ? STARTED : LOST;
            found.accept(new Found.Garbage());
        }
    }

    private void fill(State.Inside inside, byte next, Consumer<? super Found> found) {
        inside.afterSof[inside.filled] = next;
        if (inside.filled + 1 < inside.afterSof.length) {
            state = new State.Inside(inside.afterSof, inside.filled + 1);
            return;
        }
        state = IDLE;
        found.accept(judge(inside.afterSof));
        Arrays.fill(inside.afterSof, (byte) 0);
    }

    private Found judge(byte[] afterSof) {
        if (!DataFrame.checksumFits(afterSof)) {
            // Its length may have been wrong, so what follows may be its inside.
            state = LOST;
            return new Found.Corrupt();
        }
        try {
            return new Found.Whole(DataFrame.decode(afterSof));
        } catch (DecodeException reserved) {
            return new Found.Reserved();
        }
    }
}
