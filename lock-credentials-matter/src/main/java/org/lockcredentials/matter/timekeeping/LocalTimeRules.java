package org.lockcredentials.matter.timekeeping;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lockcredentials.matter.cluster.timesynchronization.DstOffset;
import org.lockcredentials.matter.cluster.timesynchronization.TimeZoneOffset;

/** A time zone in the words of the Time Synchronization cluster (11.17.6.6, 11.17.6.7). */
final class LocalTimeRules {

    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

    private LocalTimeRules() {}

    /** The offset without daylight saving, which holds from ever. */
    static TimeZoneOffset zone(ZoneId zone, Instant now) {
        return new TimeZoneOffset(seconds(zone.getRules().getStandardOffset(now)), EVER, Optional.of(zone.getId()));
    }

    /**
     * Daylight saving from now on.
     *
     * @param most how many spans the node takes, at least 1
     * @return spans that follow each other, standard time among them, in which case nothing is added; the last one has no end only in a zone
     *     that never changes its clocks again
     */
    static List<DstOffset> dst(ZoneId zone, Instant now, int most) {
        ZoneRules rules = zone.getRules();
        List<DstOffset> spans = new ArrayList<>();
        Instant start = EVER;
        Instant at = now;
        while (spans.size() < most) {
            Optional<Instant> end =
                    Optional.ofNullable(rules.nextTransition(at)).map(ZoneOffsetTransition::getInstant);
            spans.add(new DstOffset(rules.getDaylightSavings(at), start, end));
            if (end.isEmpty()) {
                break;
            }
            start = end.get();
            at = start;
        }
        return spans;
    }

    /** When the last of these spans is over; {@link Instant#MAX} if it never is. */
    static Instant end(List<DstOffset> spans) {
        return spans.isEmpty()
                ? Instant.MIN
                : spans.get(spans.size() - 1).validUntil().orElse(Instant.MAX);
    }

    /** Whether local time by these spans is the zone's own from {@code now} on, up to {@code until}. */
    static boolean holds(List<DstOffset> spans, ZoneId zone, Instant now, Instant until) {
        if (end(spans).isBefore(until)) {
            return false;
        }
        ZoneRules rules = zone.getRules();
        Stream<Instant> told = spans.stream()
                .flatMap(span -> Stream.concat(Stream.of(span.validStarting()), span.validUntil().stream()));
        Stream<Instant> known = Stream.iterate(now, Objects::nonNull, at -> {
            ZoneOffsetTransition next = rules.nextTransition(at);
            return next == null || !next.getInstant().isBefore(until) ? null : next.getInstant();
        });
        return Stream.concat(told.filter(at -> at.isAfter(now) && at.isBefore(until)), known)
                .allMatch(at -> offset(spans, at).equals(rules.getDaylightSavings(at)));
    }

    /** Nothing is added between spans (11.17.8.8). */
    private static Duration offset(List<DstOffset> spans, Instant at) {
        return spans.stream()
                .filter(span -> !span.validStarting().isAfter(at)
                        && span.validUntil().filter(end -> !end.isAfter(at)).isEmpty())
                .map(DstOffset::offset)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static Duration seconds(ZoneOffset offset) {
        return Duration.ofSeconds(offset.getTotalSeconds());
    }
}
