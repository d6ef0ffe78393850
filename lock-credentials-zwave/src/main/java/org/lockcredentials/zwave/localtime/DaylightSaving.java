package org.lockcredentials.zwave.localtime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.stream.Stream;
import org.lockcredentials.zwave.command.time.DstChange;
import org.lockcredentials.zwave.command.time.LocalOffset;

/**
 * A zone's distance from UTC in one year, as the Time command class tells it: standard time, what is added to it in summer, and when that starts and
 * ends by the clock before the change. A zone whose changes are not one summer in the year is told as it is now, without changes.
 */
public record DaylightSaving(LocalOffset offset, DstChange start, DstChange end) {

    /** The field has no room for more. */
    private static final Duration MOST_SAVING = Duration.ofMinutes(127);

    static DaylightSaving of(ZoneId zone, Instant now) {
        ZoneRules rules = zone.getRules();
        int year = now.atZone(zone).getYear();
        Instant newYear = ZonedDateTime.of(year, 1, 1, 0, 0, 0, 0, zone).toInstant();
        Instant nextYear = ZonedDateTime.of(year + 1, 1, 1, 0, 0, 0, 0, zone).toInstant();
        var changes = Stream.iterate(
                        next(rules, newYear.minusSeconds(1)),
                        change -> change.filter(each -> each.getInstant().isBefore(nextYear))
                                .isPresent(),
                        change -> next(rules, change.orElseThrow().getInstant()))
                .flatMap(Optional::stream)
                .toList();
        Optional<ZoneOffsetTransition> start =
                changes.stream().filter(ZoneOffsetTransition::isGap).findFirst();
        Optional<ZoneOffsetTransition> end =
                changes.stream().filter(ZoneOffsetTransition::isOverlap).findFirst();
        if (changes.size() != 2 || start.isEmpty() || end.isEmpty()) {
            return constant(rules.getOffset(now).getTotalSeconds());
        }
        Duration saving = start.get().getDuration();
        boolean returns = saving.equals(end.get().getDuration().negated());
        if (!returns || saving.compareTo(MOST_SAVING) > 0) {
            return constant(rules.getOffset(now).getTotalSeconds());
        }
        return new DaylightSaving(
                new LocalOffset(start.get().getOffsetBefore().getTotalSeconds() / 60, (int) saving.toMinutes()),
                change(start.get().getDateTimeBefore()),
                change(end.get().getDateTimeBefore()));
    }

    private static DaylightSaving constant(int seconds) {
        return new DaylightSaving(new LocalOffset(seconds / 60, 0), DstChange.NONE, DstChange.NONE);
    }

    private static DstChange change(LocalDateTime before) {
        return new DstChange(before.getMonthValue(), before.getDayOfMonth(), before.getHour());
    }

    private static Optional<ZoneOffsetTransition> next(ZoneRules rules, Instant after) {
        return Optional.ofNullable(rules.nextTransition(after));
    }
}
