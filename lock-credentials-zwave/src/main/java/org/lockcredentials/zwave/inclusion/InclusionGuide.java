package org.lockcredentials.zwave.inclusion;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;

/**
 * Answers for the user while a node is included. Called on the host's executor, one call at a time; what takes longer is to complete
 * the returned future later. A future that fails cancels the inclusion.
 */
@FunctionalInterface
public interface InclusionGuide {

    /** A step began. */
    default void step(InclusionStep step) {}

    /**
     * Which of the requested classes the node gets; none cancels. The user has 240 seconds. By default all those of Security 2: the key of
     * Security 0 is given to nobody who can do without it.
     */
    default CompletableFuture<Set<SecurityClass>> grant(Set<SecurityClass> requested) {
        return CompletableFuture.completedFuture(
                requested.stream().filter(SecurityClass::isS2).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * What the user reads on the node: the first five digits of its key, after comparing the others, or all of it. Asked only for a class
     * that is authenticated, and not if {@link InclusionOptions#dsk()} says it already. The user has 240 seconds.
     *
     * @param shown the seven groups that follow the first one, joined by hyphens
     */
    CompletableFuture<Dsk> confirm(String shown);
}
