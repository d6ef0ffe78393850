package org.lockcredentials.matter.discovery.mdns;

import java.util.concurrent.TimeUnit;
import org.lockcredentials.matter.discovery.dns.DnsData;
import org.lockcredentials.matter.discovery.dns.DnsQuestion;
import org.lockcredentials.matter.discovery.dns.DnsRecord;

/**
 * A record that was heard.
 *
 * @param record with the time to live that it came with
 * @param link index of the interface it came in by, 0 if that is not known
 * @param heardAt in nanoseconds of the clock
 * @param endsAt in nanoseconds of the clock
 */
public record CachedRecord(DnsRecord record, int link, long heardAt, long endsAt) {

    public DnsData data() {
        return record.data();
    }

    boolean answers(DnsQuestion question) {
        return question.type() == record.data().type() && question.name().equals(record.name());
    }

    /** Whether more than half of its time is left; of an older one, the asker wants a new copy (RFC 6762 7.1). */
    boolean isYoung(long now) {
        return endsAt - now > now - heardAt;
    }

    /** The record as an asker tells that it knows it, with what is left of its time. */
    DnsRecord asKnown(long now) {
        return new DnsRecord(record.name(), false, TimeUnit.NANOSECONDS.toSeconds(endsAt - now), record.data());
    }

    boolean isSame(CachedRecord other) {
        return link == other.link && record.data().equals(other.record.data());
    }

    boolean isReplacedBy(DnsRecord unique, int from) {
        return link == from && record.data().type() == unique.data().type();
    }

    CachedRecord endingBy(long time) {
        return time - endsAt < 0 ? new CachedRecord(record, link, heardAt, time) : this;
    }
}
