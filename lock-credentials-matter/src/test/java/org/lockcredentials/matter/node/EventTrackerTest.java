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
        EventTracker tracker = tracker(NodeRecord.NONE);
        assertEquals(Optional.empty(), tracker.next());
        assertEquals(events(), tracker.take(events(), true).events());
        assertEquals(events(3, 4, 7), tracker.take(events(4, 3, 7), false).events());
        assertEquals(events(8), tracker.take(events(7, 8), false).events());
        assertEquals(Optional.of(9L), tracker.next());
    }

    @Test
    void aGapIsToldWhereNobodyListened() {
        EventTracker tracker = tracker(told(10L));
        assertEquals(
                Optional.of(new Gap(10, 12)), tracker.take(events(12), true).missed());
        assertEquals(Optional.empty(), tracker.take(events(20), false).missed());
        assertEquals(Optional.empty(), tracker.take(events(21), true).missed());
    }

    @Test
    void aNodeThatCountsFromTheBeginningAgainIsHeard() {
        EventTracker tracker = tracker(told(1_000L));
        assertEquals(events(), tracker.take(events(1, 2), true).events());
        EventTracker.News news = tracker.takeAll(events(1, 2));
        assertEquals(events(1, 2), news.events());
        assertEquals(Optional.of(new Gap(1_000, 1)), news.missed());
        assertEquals(Optional.of(3L), tracker.next());
    }

    @Test
    void aNodeThatGoesOnCountingTellsNothingTwice() {
        EventTracker tracker = tracker(told(5L));
        assertEquals(events(6), tracker.takeAll(events(4, 5, 6)).events());
        assertEquals(events(), tracker.takeAll(events(4, 5, 6)).events());
        assertEquals(events(), tracker.takeAll(events()).events());
    }

    @Test
    void numbersAreUnsigned() {
        EventTracker tracker = tracker(told(Long.MAX_VALUE));
        assertEquals(
                events(Long.MIN_VALUE, -1),
                tracker.take(events(-1, Long.MIN_VALUE), true).events());
    }

    @Test
    void ofWhatANodeRemembersThatNobodyListenedToOnlyWhatIsDatedIsTold() {
        EventTracker tracker = tracker(NodeRecord.NONE);
        EventTracker.News history = tracker.take(List.of(event(5, Optional.of(1L)), event(6, Optional.empty())), true);
        assertEquals(List.of(event(5, Optional.of(1L))), history.events());
        assertEquals(Optional.empty(), history.missed());
        assertEquals(Optional.of(7L), tracker.next());
        assertEquals(events(7), tracker.take(events(7), false).events());
    }

    @Test
    void theFirstEventOfANodeIsNewsAlsoWhenItIsToldLate() {
        EventTracker tracker = tracker(NodeRecord.NONE);
        tracker.take(events(), true);
        assertEquals(events(1), tracker.take(events(1), true).events());
        NodeRecord met = new NodeRecord(Optional.empty(), Optional.empty(), Optional.of(3));
        assertEquals(events(1), tracker(met).take(events(1), true).events());
    }

    @Test
    void aNodeThatRemembersNothingMayGoOnWithAnyNumber() {
        EventTracker tracker = tracker(told(100));
        assertEquals(events(), tracker.takeAll(events()).events());
        assertEquals(events(1), tracker.take(events(1), false).events());
    }

    private static EventTracker tracker(NodeRecord record) {
        return new EventTracker(record, event -> event.epoch().isPresent());
    }

    private static NodeRecord told(long last) {
        return new NodeRecord(Optional.empty(), Optional.of(last), Optional.empty());
    }

    private static List<EventData> events(long... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> event(number, Optional.empty()))
                .toList();
    }

    private static EventData event(long number, Optional<Long> epoch) {
        return new EventData(1, 0x101, 2, number, 2, epoch, Optional.empty(), new TlvStructure(List.of()));
    }
}
