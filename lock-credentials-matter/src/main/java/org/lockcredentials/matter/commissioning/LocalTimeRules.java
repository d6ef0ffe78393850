package org.lockcredentials.matter.commissioning;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.matter.cluster.timesynchronization.DstOffset;
import org.lockcredentials.matter.cluster.timesynchronization.TimeZoneOffset;

/** A time zone in the words of the Time Synchronization cluster (11.17.6.6, 11.17.6.7). */
public final class LocalTimeRules {

    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

    private LocalTimeRules() {}

    /** The offset without daylight saving, which holds from ever. */
    public static TimeZoneOffset zone(ZoneId zone, Instant now) {
        return new TimeZoneOffset(seconds(zone.getRules().getStandardOffset(now)), EVER, Optional.of(zone.getId()));
    }

    /**
     * Daylight saving from now on.
     *
     * @param most how many spans the node takes, at least 1
     * @return spans that follow each other, standard time among them, in which case nothing is added; the last one has no end only in a zone
     *     that never changes its clocks again
     */
    public static List<DstOffset> dst(ZoneId zone, Instant now, int most) {
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

    private static Duration seconds(ZoneOffset offset) {
        return Duration.ofSeconds(offset.getTotalSeconds());
    }
}
