package org.lockcredentials.matter.timekeeping;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.timesynchronization.DstOffset;
import org.lockcredentials.matter.cluster.timesynchronization.Granularity;
import org.lockcredentials.matter.cluster.timesynchronization.TimeSynchronization;
import org.lockcredentials.matter.cluster.timesynchronization.TimeZoneDatabase;
import org.lockcredentials.matter.cluster.timesynchronization.TimeZoneOffset;
import org.lockcredentials.matter.interaction.AttributePath;

/** What a node tells of its clock (11.17.8). */
record ClockState(Attributes values) {

    static final List<AttributePath> PATHS = List.of(
            TimeSynchronization.FEATURE_MAP.path(0),
            TimeSynchronization.UTC_TIME.path(0),
            TimeSynchronization.GRANULARITY.path(0),
            TimeSynchronization.TIME_ZONE.path(0),
            TimeSynchronization.DST_OFFSET.path(0),
            TimeSynchronization.TIME_ZONE_DATABASE.path(0),
            TimeSynchronization.DST_OFFSET_LIST_MAX_SIZE.path(0));

    /** What a clock of SecondsGranularity may be off (11.17.6.1), and no schedule notices. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** Daylight saving is told anew so long before it runs out, if the node has room for more. */
    private static final Duration RESERVE = Duration.ofDays(30);

    boolean exists() {
        return values.has(0, TimeSynchronization.FEATURE_MAP) || values.has(0, TimeSynchronization.UTC_TIME);
    }

    boolean hasTimeZone() {
        return values.get(0, TimeSynchronization.FEATURE_MAP)
                .filter(features -> (features & 1) == 1)
                .isPresent();
    }

    /** Whether the node may know zones by their names. */
    boolean hasDatabase() {
        return values.get(0, TimeSynchronization.TIME_ZONE_DATABASE).orElse(TimeZoneDatabase.NONE)
                != TimeZoneDatabase.NONE;
    }

    int dstOffsets() {
        return Math.max(
                1, values.get(0, TimeSynchronization.DST_OFFSET_LIST_MAX_SIZE).orElse(1));
    }

    /** Whether the clock was right at some time between these two, by our own. */
    boolean isOnTime(Instant asked, Instant told) {
        boolean synchronised =
                values.get(0, TimeSynchronization.GRANULARITY).orElse(Granularity.NONE) != Granularity.NONE;
        return synchronised
                && values.get(0, TimeSynchronization.UTC_TIME)
                        .filter(time -> !time.isBefore(asked.minus(TOLERANCE)) && !time.isAfter(told.plus(TOLERANCE)))
                        .isPresent();
    }

    /** Whether the zone that holds now is this one; a node need not keep its name. */
    boolean isIn(ZoneId zone, Instant now) {
        TimeZoneOffset right = LocalTimeRules.zone(zone, now);
        Optional<TimeZoneOffset> current = values.get(0, TimeSynchronization.TIME_ZONE).orElse(List.of()).stream()
                .filter(each -> !each.validAt().isAfter(now))
                .reduce((earlier, later) -> later);
        return current.filter(it -> it.offset().equals(right.offset()))
                .filter(it -> it.name().orElse("").isEmpty() || it.name().equals(right.name()))
                .isPresent();
    }

    /** Whether daylight is saved as it should be, for as long as the node can be told now, or for long enough. */
    boolean savesDaylight(ZoneId zone, Instant now) {
        List<DstOffset> told = values.get(0, TimeSynchronization.DST_OFFSET).orElse(List.of());
        Instant enough = now.plus(RESERVE);
        Instant possible = LocalTimeRules.end(LocalTimeRules.dst(zone, now, dstOffsets()));
        return LocalTimeRules.holds(told, zone, now, possible.isBefore(enough) ? possible : enough);
    }
}
