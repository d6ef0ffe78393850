package org.lockcredentials.zwave.security.bootstrap;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;

/**
 * Answers for the user while a node is given keys. Called by tasks of the network's actor; futures may complete on any thread, and
 * one that fails or is cancelled gives the handover up.
 */
public interface JoinGuide {

    /** A step begins. */
    void step(BootstrapStep step);

    /**
     * Which of the requested classes the node is to get; none gives up.
     *
     * <p>For a node that knows Security 0 only, {@code requested} is just that, and the answer must come within ten seconds of its joining;
     * else the user has 240 seconds.
     */
    CompletableFuture<Set<SecurityClass>> grant(Set<SecurityClass> requested);

    /**
     * What the user reads on the node, or what is known of it by its QR code. The user has 240 seconds.
     *
     * @param shown the 16 bytes of the node's key, the first two zero: the user compares the others, and tells the first two
     */
    CompletableFuture<Dsk> confirm(Octets shown);
}
