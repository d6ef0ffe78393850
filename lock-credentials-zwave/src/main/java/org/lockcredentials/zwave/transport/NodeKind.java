package org.lockcredentials.zwave.transport;

import java.time.Duration;

/** When a node can be spoken to. */
public enum NodeKind {
    /** At any time. */
    LISTENING(Duration.ZERO, 2),
    /** At any time, after a beam that wakes it; asking again costs another beam. */
    FREQUENTLY_LISTENING(Duration.ofSeconds(2), 1),
    /** After it has sent a Wake Up Notification. */
    SLEEPING(Duration.ZERO, 1);

    private final Duration extraPatience;
    private final int attempts;

    NodeKind(Duration extraPatience, int attempts) {
        this.extraPatience = extraPatience;
        this.attempts = attempts;
    }

    /** What a report may take longer than from a node that always listens. */
    Duration extraPatience() {
        return extraPatience;
    }

    /** How often a question is asked that the node has got and not answered. */
    int attempts() {
        return attempts;
    }
}
