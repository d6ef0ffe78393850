package org.lockcredentials.simulation;

import java.util.EnumMap;
import java.util.Map;

/** Counts what a simulated lock was asked, answered or not; safe for use by several threads. */
public final class Traffic {

    private final Map<LockRequest, Integer> counts = new EnumMap<>(LockRequest.class);

    Traffic() {}

    synchronized void count(LockRequest request) {
        counts.merge(request, 1, Integer::sum);
    }

    /** How often that was asked since the last {@link #reset}. */
    public synchronized int of(LockRequest request) {
        return counts.getOrDefault(request, 0);
    }

    /** How many requests there were of any kind. */
    public synchronized int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many of them were writes. */
    public synchronized int writes() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().isWrite())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Starts to count anew. */
    public synchronized void reset() {
        counts.clear();
    }

    @Override
    public synchronized String toString() {
        return counts.toString();
    }
}
