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

    /** What a timed request gives a command that needs one: long enough for a lossy line, short enough not to be replayed. */
    public static final Duration TIMED = Duration.ofSeconds(10);

    /** How long a node may need for a command, if nothing else is known. */
    public static final Duration PROCESSING = Duration.ofSeconds(10);

    public static Invocation of(CommandPath path, TlvStructure fields) {
        return new Invocation(path, fields, Optional.empty(), PROCESSING);
    }

    /** The same after a timed request. */
    public Invocation whenTimed() {
        return new Invocation(path, fields, Optional.of(TIMED), processing);
    }

    /** The same for a node that may need so long. */
    public Invocation within(Duration longer) {
        return new Invocation(path, fields, timed, longer);
    }
}
