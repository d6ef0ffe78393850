package org.lockcredentials.matter.session;

import java.time.Duration;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * What a node tells of itself when a session begins, Core specification section 4.13.1.
 *
 * @param idleInterval SII: how long the node may be deaf while it is idle; 100 ms to 1 h, the nearest of which is taken
 * @param activeInterval SAI: how long it may be deaf while it is active; likewise
 * @param activeThreshold SAT: how long it stays active after something was sent or received
 * @param maxPathsPerInvoke commands that one invoke request may hold, 1 to 65,535
 */
public record SessionParameters(
        Duration idleInterval, Duration activeInterval, Duration activeThreshold, int maxPathsPerInvoke) {

    /** A node that is deaf for longer than this is not believed. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** No node is asked again sooner than this, or all five transmissions would be lost in one short disturbance. */
    private static final Duration SHORTEST = Duration.ofMillis(100);

    /** What holds for a node that says nothing. */
    public static final SessionParameters DEFAULT =
            new SessionParameters(Duration.ofMillis(500), Duration.ofMillis(300), Duration.ofSeconds(4), 1);

    private static final int IDLE_INTERVAL = 1;
    private static final int ACTIVE_INTERVAL = 2;
    private static final int ACTIVE_THRESHOLD = 3;
    private static final int DATA_MODEL_REVISION = 4;
    private static final int INTERACTION_MODEL_REVISION = 5;
    private static final int SPECIFICATION_VERSION = 6;
    private static final int MAX_PATHS_PER_INVOKE = 7;

    public SessionParameters {
        idleInterval = believable(idleInterval);
        activeInterval = believable(activeInterval);
        maxPathsPerInvoke = Math.max(1, maxPathsPerInvoke);
    }

    /** Writes the session-parameter-struct of this controller, which follows revision 1.4 of the specification. */
    public void encode(int tag, TlvWriter to) {
        to.structure(
                tag,
                struct -> struct.unsigned(IDLE_INTERVAL, idleInterval.toMillis())
                        .unsigned(ACTIVE_INTERVAL, activeInterval.toMillis())
                        .unsigned(ACTIVE_THRESHOLD, activeThreshold.toMillis())
                        .unsigned(DATA_MODEL_REVISION, 18)
                        .unsigned(INTERACTION_MODEL_REVISION, 12)
                        .unsigned(SPECIFICATION_VERSION, 0x0104_0000)
                        .unsigned(MAX_PATHS_PER_INVOKE, maxPathsPerInvoke));
    }

    /** Reads the session-parameter-struct of a message; what it, or the message, leaves out is as it was known before. */
    public static SessionParameters decode(TlvStructure message, int tag, SessionParameters known)
            throws DecodeException {
        return message.optional(tag, struct -> decode(struct.structure(), known))
                .orElse(known);
    }

    private static SessionParameters decode(TlvStructure struct, SessionParameters known) throws DecodeException {
        return new SessionParameters(
                millis(struct, IDLE_INTERVAL, known.idleInterval),
                millis(struct, ACTIVE_INTERVAL, known.activeInterval),
                millis(struct, ACTIVE_THRESHOLD, known.activeThreshold),
                struct.optional(MAX_PATHS_PER_INVOKE, TlvElement::u16).orElse(known.maxPathsPerInvoke));
    }

    private static Duration millis(TlvStructure struct, int tag, Duration known) throws DecodeException {
        return struct.optional(tag, TlvElement::u32).map(Duration::ofMillis).orElse(known);
    }

    private static Duration believable(Duration interval) {
        if (interval.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return interval.compareTo(LONGEST) > 0 ? LONGEST : interval;
    }
}
