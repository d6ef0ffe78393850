package org.lockcredentials.matter.discovery;

import java.time.Duration;
import java.util.Optional;
import org.lockcredentials.matter.session.SessionParameters;

/**
 * How a node wants to be talked to, as far as it tells (Matter Core 4.3.4).
 *
 * @param idle SII: pause before a message is sent again while the node is idle, at most one hour
 * @param active SAI: the same while it is active, at most one hour
 * @param activeThreshold SAT: how long it stays active after it was last heard, at most 65,535 ms
 */
public record SessionIntervals(Optional<Duration> idle, Optional<Duration> active, Optional<Duration> activeThreshold) {

    /** How a session with the node begins; what it does not tell is as usual. */
    public SessionParameters parameters() {
        SessionParameters usual = SessionParameters.DEFAULT;
        return new SessionParameters(
                idle.orElse(usual.idleInterval()),
                active.orElse(usual.activeInterval()),
                activeThreshold.orElse(usual.activeThreshold()),
                usual.maxPathsPerInvoke());
    }

    /** A node that told nothing. */
    public static SessionIntervals unknown() {
        return new SessionIntervals(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
