package org.lockcredentials.zwave.network;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.inclusion.InclusionStep;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;

/** Who answers for the user while a node joins. Called by tasks of the network's actor; returns at once. */
interface Attendant {

    void step(InclusionStep step);

    /** Which of the requested classes the node gets; none gives up, or leaves a node of Security 0 without security. */
    CompletableFuture<Set<SecurityClass>> grant(Set<SecurityClass> requested);

    /** What the user reads on the node. */
    CompletableFuture<Dsk> confirm(Octets shown);

    /** Whether a node may be used that has no security. */
    boolean allowsInsecure();
}
