package org.lockcredentials;

import java.util.Optional;
import java.util.Set;

/**
 * What the host says of a lock, kept by the SDK and never sent to it.
 *
 * @param name the host's name for the lock, instead of the device's own
 * @param area where it is, for targets
 * @param floor the floor it is on, for targets
 * @param labels any further words, for targets
 */
public record LockTags(Optional<String> name, Optional<String> area, Optional<String> floor, Set<String> labels) {

    public LockTags {
        labels = Set.copyOf(labels);
    }

    /** Nothing said. */
    public static LockTags none() {
        return new LockTags(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }
}
