package org.lockcredentials.matter.interaction;

import java.time.Duration;
import java.util.Optional;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * A command that is to be done.
 *
 * @param fields may hold a code; the caller wipes them when the command is done
 * @param timed how soon after a timed request the node must have it, up to 65,535 ms; empty for a command without one
 * @param processing how long the node may need
 */
public record Invocation(CommandPath path, TlvStructure fields, Optional<Duration> timed, Duration processing) {

    /** What a timed request gives a command that needs one, at least: long enough for a lossy line, short enough not to be replayed. */
    public static final Duration TIMED = Duration.ofSeconds(10);

    /** The longest that a timed request can give: 16 bits of milliseconds (10.7.8). */
    private static final Duration LONGEST = Duration.ofMillis(0xFFFF);

    /** How long a node may need for a command, if nothing else is known. */
    public static final Duration PROCESSING = Duration.ofSeconds(10);

    public static Invocation of(CommandPath path, TlvStructure fields) {
        return new Invocation(path, fields, Optional.empty(), PROCESSING);
    }

    /** The same after a timed request. */
    public Invocation whenTimed() {
        return new Invocation(path, fields, Optional.of(TIMED), processing);
    }

    /** The same with a window, if it has one, that lasts until a message is at the node which may take so long. */
    Invocation openFor(Duration delivery) {
        return new Invocation(
                path,
                fields,
                timed.map(window -> delivery.compareTo(window) < 0 ? window : delivery)
                        .map(window -> window.compareTo(LONGEST) < 0 ? window : LONGEST),
                processing);
    }

    /** The same for a node that may need so long. */
    public Invocation within(Duration longer) {
        return new Invocation(path, fields, timed, longer);
    }
}
