package org.lockcredentials.simulation;

import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The faults that wait for a simulated lock's requests. Each request meets at most one: the first that waits for its kind. The same requests in
 * the same order always meet the same faults. Safe for use by several threads.
 */
public final class Faults {

    private static final Set<LockRequest> ANY = EnumSet.allOf(LockRequest.class);
    private static final Set<LockRequest> PLACING =
            EnumSet.of(LockRequest.WRITE_USER, LockRequest.WRITE_CREDENTIAL, LockRequest.LEARN);

    private final List<Waiting> waiting = new LinkedList<>();

    Faults() {}

    /** Lets the next request that it can meet meet this fault; several queue up in order. */
    public Faults next(Fault fault) {
        return add(new Waiting(ANY, fault, 1, false));
    }

    /** Lets the next request of that kind meet this fault. */
    public Faults next(LockRequest request, Fault fault) {
        return add(new Waiting(EnumSet.of(request), fault, 1, false));
    }

    /**
     * Lets the {@code nth} request of that kind from now meet this fault, and nothing before or after.
     *
     * @param nth from 1
     */
    public Faults nth(LockRequest request, int nth, Fault fault) {
        return add(new Waiting(EnumSet.of(request), fault, nth, false));
    }

    /**
     * Lets every {@code nth} request of any kind meet this fault, until {@link #clear}. A host whose retry takes just as many requests
     * meets it every time.
     *
     * @param nth 1 means every request
     */
    public Faults every(int nth, Fault fault) {
        return add(new Waiting(ANY, fault, nth, true));
    }

    /** Lets every {@code nth} request of that kind meet this fault, until {@link #clear}. */
    public Faults every(int nth, LockRequest request, Fault fault) {
        return add(new Waiting(EnumSet.of(request), fault, nth, true));
    }

    /** Nothing waits any more. */
    public synchronized void clear() {
        waiting.clear();
    }

    /** Number of faults that wait, those for every nth request included. */
    public synchronized int pending() {
        return waiting.size();
    }

    synchronized Optional<Fault> meet(LockRequest request) {
        Optional<Fault> met = Optional.empty();
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext() && met.isEmpty(); ) {
            Waiting candidate = each.next();
            if (candidate.comesDue(request)) {
                met = Optional.of(candidate.fault);
                if (!candidate.again) {
                    each.remove();
                }
            }
        }
        return met;
    }

    private synchronized Faults add(Waiting fault) {
        waiting.add(fault);
        return this;
    }

    private static final class Waiting {
        private final Set<LockRequest> kinds;
        private final Fault fault;
        private final int nth;
        private final boolean again;
        private int seen;

        private Waiting(Set<LockRequest> kinds, Fault fault, int nth, boolean again) {
            if (nth < 1) {
                throw new IllegalArgumentException("requests are counted from 1");
            }
            this.kinds = EnumSet.copyOf(kinds);
            if (fault instanceof Fault.OccupyFirst) {
                this.kinds.retainAll(PLACING);
            }
            this.fault = fault;
            this.nth = nth;
            this.again = again;
        }

        private boolean comesDue(LockRequest request) {
            if (!kinds.contains(request)) {
                return false;
            }
            seen++;
            boolean due = seen == nth;
            if (due) {
                seen = 0;
            }
            return due;
        }
    }
}
