package org.lockcredentials.matter.discovery.mdns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.lockcredentials.matter.discovery.dns.DnsName;
import org.lockcredentials.matter.discovery.dns.DnsRecord;

/**
 * What was heard and is still true (RFC 6762 10). Each interface has its own truth.
 *
 * <p>For one thread at a time. It holds a bounded number of records, whoever sends how many.
 */
public final class RecordCache {

    /** A sender that says so of a whole day would be believed after it is long gone. */
    private static final long LONGEST_TTL = Duration.ofMinutes(75).toSeconds();

    /** A goodbye, or a record that replaces others, leaves so much time for a sender that says otherwise. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** One in so many goes when there is no room. */
    private static final int SHARE = 8;

    private final LongSupplier clock;
    private final int capacity;
    private final Map<DnsName, List<CachedRecord>> records = new HashMap<>();
    private int size;

    /**
     * @param clock monotonic nanoseconds
     * @param capacity how many records are held at most
     */
    public RecordCache(LongSupplier clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    /** Takes note of records that came in one message by one interface. */
    public void add(List<DnsRecord> message, int link) {
        long now = clock.getAsLong();
        for (DnsRecord record : message) {
            if (record.unique()) {
                endEarlierOnes(record, link, now);
            }
        }
        for (DnsRecord record : message) {
            add(record, link, now);
        }
    }

    /** Records of a name and type that are still true, in the order in which they were first heard. */
    public List<CachedRecord> find(DnsName name, int type) {
        long now = clock.getAsLong();
        return records.getOrDefault(name, List.of()).stream()
                .filter(each -> each.data().type() == type && each.endsAt() - now > 0)
                .toList();
    }

    /** Forgets all records of a name. */
    public void forget(DnsName name) {
        List<CachedRecord> gone = records.remove(name);
        size -= gone == null ? 0 : gone.size();
    }

    /** How many records are held, those included that have ended and were not cleared away yet. */
    public int size() {
        return size;
    }

    private void add(DnsRecord record, int link, long now) {
        Duration life = record.ttl() == 0 ? GRACE : Duration.ofSeconds(Math.min(record.ttl(), LONGEST_TTL));
        CachedRecord heard = new CachedRecord(record, link, now, now + life.toNanos());
        List<CachedRecord> same = records.getOrDefault(record.name(), List.of());
        for (int i = 0; i < same.size(); i++) {
            if (same.get(i).isSame(heard)) {
                same.set(i, record.ttl() == 0 ? same.get(i).endingBy(heard.endsAt()) : heard);
                return;
            }
        }
        if (record.ttl() > 0) {
            makeRoom(now);
            records.computeIfAbsent(record.name(), name -> new ArrayList<>()).add(heard);
            size++;
        }
    }

    /** Those of the last second stay: a sender's own records may come in several messages. */
    private void endEarlierOnes(DnsRecord record, int link, long now) {
        records.computeIfPresent(
                record.name(),
                (name, held) -> held.stream()
                        .map(each -> each.isReplacedBy(record, link) && now - each.heardAt() > GRACE.toNanos()
                                ? each.endingBy(now + GRACE.toNanos())
                                : each)
                        .collect(Collectors.toCollection(ArrayList::new)));
    }

    /** Clears away what has ended, or else what ends first: some at once, so that a flood of records costs little for each. */
    private void makeRoom(long now) {
        if (size < capacity) {
            return;
        }
        List<CachedRecord> byEnd = records.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(each -> each.endsAt() - now))
                .toList();
        long ended = byEnd.stream().filter(each -> each.endsAt() - now <= 0).count();
        Set<CachedRecord> going =
                byEnd.stream().limit(Math.max(ended, 1 + size / SHARE)).collect(Collectors.toSet());
        records.values().forEach(each -> each.removeIf(going::contains));
        records.values().removeIf(List::isEmpty);
        size -= going.size();
    }
}
