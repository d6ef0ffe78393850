package org.lockcredentials.matter.discovery.mdns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lockcredentials.matter.discovery.dns.DnsData;
import org.lockcredentials.matter.discovery.dns.DnsName;
import org.lockcredentials.matter.discovery.dns.DnsRecord;
import org.lockcredentials.matter.discovery.dns.DnsType;
import org.lockcredentials.testing.ManualScheduler;

/** RFC 6762 10. */
class RecordCacheTest {

    private static final int CAPACITY = 10;
    private static final DnsName NAME = DnsName.of("lock.local");

    private final ManualScheduler time = new ManualScheduler();
    private final RecordCache cache = new RecordCache(time::nanoTime, CAPACITY);

    @Test
    void aRecordEndsWithItsTime() {
        add(1, shared("a", 120));
        pass(119);
        assertEquals(List.of("a"), found());
        pass(1);
        assertEquals(List.of(), found());
    }

    @Test
    void aRecordHeardAgainBeginsAnew() {
        add(1, shared("a", 120));
        pass(100);
        add(1, shared("a", 120));
        pass(100);
        assertEquals(List.of("a"), found());
    }

    @Test
    void aGoodbyeLeavesOneSecond() {
        add(1, shared("a", 120), shared("b", 120));
        pass(10);
        add(1, shared("a", 0));
        assertEquals(List.of("a", "b"), found());
        pass(1);
        assertEquals(List.of("b"), found());
    }

    /** Another responder for the same record may say within that second that it is still there. */
    @Test
    void aGoodbyeIsTakenBack() {
        add(1, shared("a", 120));
        add(1, shared("a", 0));
        add(1, shared("a", 120));
        pass(2);
        assertEquals(List.of("a"), found());
    }

    @Test
    void aGoodbyeForWhatWasNotHeardIsNothing() {
        add(1, shared("a", 0));
        assertEquals(List.of(), found());
        assertEquals(0, cache.size());
    }

    @Test
    void aUniqueRecordEndsEarlierOnesOfItsInterface() {
        add(1, unique("old"));
        add(2, unique("other"));
        pass(5);
        add(1, unique("new"));
        pass(1);
        assertEquals(List.of("other", "new"), found());
    }

    @Test
    void uniqueRecordsOfOneMessageAndOfTheLastSecondLiveTogether() {
        add(1, unique("a"), unique("b"));
        add(1, unique("c"));
        pass(5);
        assertEquals(List.of("a", "b", "c"), found());
    }

    @Test
    void noRecordIsBelievedForDays() {
        add(1, shared("a", 0xFFFF_FFFFL));
        pass(Duration.ofMinutes(75).toSeconds());
        assertEquals(List.of(), found());
    }

    @Test
    void aFloodHasAnEndAndMakesRoom() {
        for (int i = 0; i < 1000; i++) {
            add(1, shared("flood" + i, 60));
        }
        assertTrue(cache.size() <= CAPACITY);
        pass(61);
        add(1, shared("a", 60));
        assertEquals(List.of("a"), found());
        assertTrue(cache.size() <= CAPACITY);
    }

    @Test
    void whatIsForgottenLeavesRoom() {
        add(1, shared("a", 60), shared("b", 60));
        cache.forget(NAME);
        assertEquals(List.of(), found());
        assertEquals(0, cache.size());
    }

    private void add(int link, DnsRecord... records) {
        cache.add(List.of(records), link);
    }

    private void pass(long seconds) {
        time.advance(Duration.ofSeconds(seconds));
    }

    private List<String> found() {
        return cache.find(NAME, DnsType.TXT).stream()
                .map(each -> ((DnsData.Text) each.data()).strings().get(0))
                .toList();
    }

    private static DnsRecord shared(String text, long ttl) {
        return new DnsRecord(NAME, false, ttl, new DnsData.Text(List.of(text)));
    }

    private static DnsRecord unique(String text) {
        return new DnsRecord(NAME, true, 120, new DnsData.Text(List.of(text)));
    }

    @Test
    void inAFloodGoesWhatEndsFirst() {
        add(1, shared("long", 600));
        for (int i = 0; i < 1000; i++) {
            add(1, shared("flood" + i, 60));
        }
        add(1, shared("new", 120));
        assertTrue(found().containsAll(List.of("long", "new")), "the one from before, and the one from after");
        assertTrue(cache.size() <= CAPACITY);
    }
}
