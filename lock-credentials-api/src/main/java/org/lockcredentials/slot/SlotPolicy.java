package org.lockcredentials.slot;

import java.util.Set;

/**
 * Which places the SDK may choose by itself. A place that the caller names is not bound by it, except that a protected one is never written.
 *
 * @param first lowest index to choose, from 1
 * @param last highest index to choose; {@link Integer#MAX_VALUE} means up to the lock's own limit
 * @param protectedSlots indexes that are neither chosen nor written to
 * @param attempts how many places are tried when the lock says OCCUPIED, 1 to 100
 */
public record SlotPolicy(int first, int last, Set<Integer> protectedSlots, int attempts) {

    /** @throws IllegalArgumentException if a number is out of range */
    public SlotPolicy {
        protectedSlots = Set.copyOf(protectedSlots);
        if (first < 1 || last < first || attempts < 1 || attempts > 100) {
            throw new IllegalArgumentException("slot policy needs 1 <= first <= last and 1 to 100 attempts");
        }
    }

    /** Every place of the lock, five attempts. */
    public static SlotPolicy all() {
        return new SlotPolicy(1, Integer.MAX_VALUE, Set.of(), 5);
    }

    /** True if the SDK may choose this index. */
    public boolean allows(int index) {
        return index >= first && index <= last && !protectedSlots.contains(index);
    }
}
