package org.lockcredentials.matter.exchange;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.session.Session;

/**
 * Lets five of the exchanges that we begin go on at a time in a session, as section 4.10.5.2 wants it so that a node's window of message counters
 * is not outrun; the next ones wait for their turn.
 *
 * <p>Used by tasks of one actor only.
 */
final class Turns {

    static final int MOST_GOING_ON = 5;

    /** Exchanges that wait in one session; more than that is a defect of whoever asks. */
    static final int MOST_WAITING = 256;

    private final Map<Session, Places> sessions = new HashMap<>();

    private static final class Places {

        private final Set<Exchange> taken = new HashSet<>();
        private final Queue<Exchange> waiting = new ArrayDeque<>();
    }

    /** Has the exchange begin, now or when it is its turn; fails it with BUSY if too many wait. */
    void enter(Exchange exchange) {
        Places places = sessions.computeIfAbsent(exchange.session(), none -> new Places());
        if (places.taken.size() < MOST_GOING_ON) {
            places.taken.add(exchange);
            exchange.begin();
        } else if (places.waiting.size() < MOST_WAITING) {
            places.waiting.add(exchange);
        } else {
            exchange.abort(new ChannelException(Kind.BUSY, MOST_WAITING + " exchanges wait for the node already"));
        }
    }

    /** The exchange is over: its place is the next one's. */
    void leave(Exchange exchange) {
        Places places = sessions.get(exchange.session());
        if (places == null) {
            return;
        }
        places.waiting.remove(exchange);
        places.taken.remove(exchange);
        while (places.taken.size() < MOST_GOING_ON && !places.waiting.isEmpty()) {
            Exchange next = places.waiting.remove();
            places.taken.add(next);
            next.begin();
        }
        if (places.taken.isEmpty()) {
            sessions.remove(exchange.session(), places);
        }
    }

    /** Nothing begins in the session any more. */
    void end(Session session) {
        sessions.remove(session);
    }

    /** Nothing begins any more. */
    void endAll() {
        sessions.clear();
    }
}
