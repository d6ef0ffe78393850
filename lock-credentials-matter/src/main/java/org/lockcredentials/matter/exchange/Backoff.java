package org.lockcredentials.matter.exchange;

import java.time.Duration;
import org.lockcredentials.matter.session.SessionParameters;

/** When an unacknowledged message is sent again, section 4.12.2.1. */
final class Backoff {

    /** MRP_MAX_TRANSMISSIONS. */
    static final int MAX_TRANSMISSIONS = 5;

    /** MRP_BACKOFF_BASE. */
    private static final double BASE = 1.6;

    /** MRP_BACKOFF_JITTER. */
    private static final double JITTER = 0.25;

    /** MRP_BACKOFF_MARGIN. */
    private static final double MARGIN = 1.1;

    /** MRP_BACKOFF_THRESHOLD. */
    private static final int THRESHOLD = 1;

    /**
     * The longest interval in a handshake, where anybody may have told the other one. All transmissions span half a minute then, and meet each node that can be spoken to
     * unannounced: an ICD of short idle time listens every 15 s or more often, section 9.16.1.5.
     */
    static final Duration LONGEST_IN_HANDSHAKE = Duration.ofSeconds(5);

    private Backoff() {}

    /** The interval to use before there is a session. */
    static Duration inHandshake(Duration interval) {
        return interval.compareTo(LONGEST_IN_HANDSHAKE) < 0 ? interval : LONGEST_IN_HANDSHAKE;
    }

    /**
     * How long to wait for the acknowledgement.
     *
     * @param interval the other end's idle or active interval
     * @param transmissions how often the message was sent, at least once
     * @param random 0 to 1
     */
    static Duration delay(Duration interval, int transmissions, double random) {
        double growth = Math.pow(BASE, Math.max(0, transmissions - 1 - THRESHOLD));
        return Duration.ofNanos((long) (interval.toNanos() * MARGIN * growth * (1 + random * JITTER)));
    }

    /** How long a node may take at most until a message arrives, or is given up, at one with these parameters. */
    static Duration longest(SessionParameters receiver) {
        Duration interval = receiver.idleInterval().compareTo(receiver.activeInterval()) > 0
                ? receiver.idleInterval()
                : receiver.activeInterval();
        Duration sum = Duration.ZERO;
        for (int sent = 1; sent <= MAX_TRANSMISSIONS; sent++) {
            sum = sum.plus(delay(interval, sent, 1));
        }
        return sum;
    }
}
