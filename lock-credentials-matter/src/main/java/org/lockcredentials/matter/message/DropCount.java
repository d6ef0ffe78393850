package org.lockcredentials.matter.message;

import java.util.concurrent.atomic.AtomicLongArray;

/** How many datagrams were dropped, and why. Safe for use by several threads. */
public final class DropCount {

    private final AtomicLongArray counts = new AtomicLongArray(Dropped.values().length);

    public void add(Dropped reason) {
        counts.incrementAndGet(reason.ordinal());
    }

    /** How many were dropped so far. */
    public long total() {
        long total = 0;
        for (Dropped reason : Dropped.values()) {
            total += of(reason);
        }
        return total;
    }

    /** How many were dropped for this reason so far. */
    public long of(Dropped reason) {
        return counts.get(reason.ordinal());
    }
}
