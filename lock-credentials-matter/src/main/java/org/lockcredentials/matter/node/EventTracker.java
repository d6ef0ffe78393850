package org.lockcredentials.matter.node;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lockcredentials.matter.interaction.EventData;

/**
 * Which events were told: each one is told once, also when a node sends it again or numbers its events anew. Used by tasks of one actor
 * only.
 */
final class EventTracker {

    private static final Comparator<EventData> BY_NUMBER =
            (one, other) -> Long.compareUnsigned(one.number(), other.number());

    private final Predicate<EventData> dated;
    private Optional<Long> last;
    private boolean met;

    /**
     * A tracker that goes on where the last one ended.
     *
     * @param dated an event that says when it happened
     */
    EventTracker(NodeRecord record, Predicate<EventData> dated) {
        this.dated = dated;
        this.last = record.lastEvent();
        this.met = record.lastEvent().isPresent() || record.reboots().isPresent();
    }

    /** What is new, in order. @param missed says that there may have been events between, if there may have been */
    record News(List<EventData> events, Optional<Gap> missed) {}

    /** Numbers of the events around those that were missed, unsigned. */
    record Gap(long after, long before) {}

    /** The number from which on events are to be told; empty for all. */
    Optional<Long> next() {
        return last.map(number -> number + 1);
    }

    Optional<Long> last() {
        return last;
    }

    /**
     * Takes events of a subscription. What a node that was never listened to remembers is history: of that, only what says when it happened is told.
     *
     * @param resumed they are the first after nobody listened
     */
    News take(List<EventData> events, boolean resumed) {
        Optional<Long> before = last;
        boolean history = resumed && !met;
        met = true;
        List<EventData> fresh = events.stream()
                .filter(event -> before.map(number -> Long.compareUnsigned(event.number(), number) > 0)
                        .orElse(true))
                .sorted(BY_NUMBER)
                .toList();
        if (fresh.isEmpty()) {
            return new News(fresh, Optional.empty());
        }
        long first = fresh.get(0).number();
        last = Optional.of(fresh.get(fresh.size() - 1).number());
        if (history) {
            return new News(fresh.stream().filter(dated).toList(), Optional.empty());
        }
        Optional<Gap> gap =
                before.filter(number -> resumed && number + 1 != first).map(number -> new Gap(number, first));
        return new News(fresh, gap);
    }

    /** Takes all events that a node remembers after it started anew: if it counts from the beginning again, all of them are news. */
    News takeAll(List<EventData> events) {
        Optional<EventData> highest = events.stream().max(BY_NUMBER);
        if (highest.isEmpty()) {
            // Whatever number the next one has, it is news.
            last = Optional.empty();
            return new News(List.of(), Optional.empty());
        }
        boolean restarted = last.filter(
                        number -> Long.compareUnsigned(highest.get().number(), number) < 0)
                .isPresent();
        if (!restarted) {
            return take(events, true);
        }
        long before = last.orElseThrow();
        last = Optional.empty();
        News news = take(events, false);
        return new News(
                news.events(), Optional.of(new Gap(before, news.events().get(0).number())));
    }
}
