package org.lockcredentials.internal.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.lockcredentials.event.LockEvent;

/** The last events of one lock. */
final class RecentEvents {

    private static final int REMEMBERED = 256;

    private final Deque<LockEvent> events = new ArrayDeque<>();

    synchronized void add(LockEvent event) {
        if (events.size() == REMEMBERED) {
            events.removeFirst();
        }
        events.addLast(event);
    }

    /** At most {@code limit} of them, oldest first. */
    synchronized List<LockEvent> last(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative, is " + limit);
        }
        List<LockEvent> all = new ArrayList<>(events);
        return List.copyOf(all.subList(Math.max(0, all.size() - limit), all.size()));
    }
}
