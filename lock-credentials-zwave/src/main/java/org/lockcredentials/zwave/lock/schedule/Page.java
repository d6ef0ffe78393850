package org.lockcredentials.zwave.lock.schedule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a lock holds for one user.
 *
 * @param taken the slots that are not free; without an entry where the lock holds something that is no schedule
 * @param enforced whether the lock goes by them, where it tells
 */
public record Page(Map<Place, Optional<Entry>> taken, Optional<Boolean> enforced) {

    public Page {
        taken = Map.copyOf(taken);
    }

    /** What can be told, in the order of the slots. */
    public List<Entry> entries() {
        return new TreeMap<>(taken).values().stream().flatMap(Optional::stream).toList();
    }
}
