package org.lockcredentials.matter.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockcredentials.matter.interaction.EventData;
import org.lockcredentials.matter.node.EventTracker.Gap;
import org.lockcredentials.matter.tlv.TlvStructure;

class EventTrackerTest {

    @Test
    void eachEventIsToldOnceInItsOrder() {
        EventTracker tracker = new EventTracker(Optional.empty());
        assertEquals(Optional.empty(), tracker.next());
        assertEquals(events(3, 4, 7), tracker.take(events(4, 3, 7), true).events());
        assertEquals(events(8), tracker.take(events(7, 8), false).events());
        assertEquals(Optional.of(9L), tracker.next());
    }

    @Test
    void aGapIsToldWhereNobodyListened() {
        EventTracker tracker = new EventTracker(Optional.of(10L));
        assertEquals(
                Optional.of(new Gap(10, 12)), tracker.take(events(12), true).missed());
        assertEquals(Optional.empty(), tracker.take(events(20), false).missed());
        assertEquals(Optional.empty(), tracker.take(events(21), true).missed());
    }

    @Test
    void aNodeThatCountsFromTheBeginningAgainIsHeard() {
        EventTracker tracker = new EventTracker(Optional.of(1_000L));
        assertEquals(events(), tracker.take(events(1, 2), true).events());
        EventTracker.News news = tracker.takeAll(events(1, 2));
        assertEquals(events(1, 2), news.events());
        assertEquals(Optional.of(new Gap(1_000, 1)), news.missed());
        assertEquals(Optional.of(3L), tracker.next());
    }

    @Test
    void aNodeThatGoesOnCountingTellsNothingTwice() {
        EventTracker tracker = new EventTracker(Optional.of(5L));
        assertEquals(events(6), tracker.takeAll(events(4, 5, 6)).events());
        assertEquals(events(), tracker.takeAll(events(4, 5, 6)).events());
        assertEquals(events(), tracker.takeAll(events()).events());
    }

    @Test
    void numbersAreUnsigned() {
        EventTracker tracker = new EventTracker(Optional.of(Long.MAX_VALUE));
        assertEquals(
                events(Long.MIN_VALUE, -1),
                tracker.take(events(-1, Long.MIN_VALUE), true).events());
    }

    private static List<EventData> events(long... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> new EventData(
                        1, 0x101, 2, number, 2, Optional.empty(), Optional.empty(), new TlvStructure(List.of())))
                .toList();
    }
}
