package org.lockcredentials.matter.discovery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.matter.discovery.dns.DnsQuestion;
import org.lockcredentials.matter.discovery.mdns.CachedRecord;

/** What one search wants, in terms of what was heard up to a moment. */
interface Lookup<T> {

    /** What has to be asked to get on; empty if nothing. */
    List<DnsQuestion> questions();

    /** Answers that nobody needs to give again. */
    List<CachedRecord> known();

    /** What is found, if it is all that is wanted. */
    Optional<T> found();

    /** How long others may answer after the first thing was found. */
    Duration patience();

    /** What is told when time is up. */
    T atLast();
}
