package org.lockcredentials.zwave.lock.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The zone in which a lock keeps its time, and the way there from other zones.
 *
 * <p>A lock knows no zones but its own, so that times of another one are shifted. A day and an hour that come again every week
 * can be shifted only if both zones keep the same distance all year.
 *
 * @param zone the lock's
 * @param now from when on schedules matter
 */
public record LockTimeZone(ZoneId zone, Instant now) {

    /** Longer than any schedule is left on a lock unseen, and than published daylight saving rules hold. */
    private static final Duration HORIZON = Duration.ofDays(366L * 5);

    LocalDateTime local(LocalDateTime time, ZoneId from) throws InexpressibleException {
        if (sameClock(from)) {
            return time;
        }
        Instant instant = time.atZone(from).toInstant();
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        // An hour that the lock's zone has twice means its first for a lock.
        if (!local.atZone(zone).toInstant().equals(instant)) {
            throw new InexpressibleException(time + " in " + from + " is an hour that the lock's zone " + zone
                    + " has twice; choose another time");
        }
        if (local.getSecond() != 0) {
            throw new InexpressibleException(from + " and the lock's zone " + zone + " are not whole minutes apart");
        }
        return local;
    }

    /** How much later clocks in the lock's zone are than those in the other one, at all times to come. */
    Duration ahead(ZoneId from) throws InexpressibleException {
        if (sameClock(from)) {
            return Duration.ZERO;
        }
        Duration ahead = aheadAt(from, now);
        boolean always = Stream.concat(changes(zone.getRules()), changes(from.getRules()))
                .allMatch(change -> aheadAt(from, change).equals(ahead));
        if (!always || ahead.toSecondsPart() != 0) {
            throw new InexpressibleException(
                    "a schedule that comes again cannot be in " + from + " on a lock in " + zone
                            + ", since the two zones do not keep the same distance all year; give it in the lock's zone");
        }
        return ahead;
    }

    private boolean sameClock(ZoneId other) {
        return other.getRules().equals(zone.getRules());
    }

    private Duration aheadAt(ZoneId from, Instant instant) {
        ZoneOffset here = zone.getRules().getOffset(instant);
        return Duration.ofSeconds(
                here.getTotalSeconds() - from.getRules().getOffset(instant).getTotalSeconds());
    }

    private Stream<Instant> changes(ZoneRules rules) {
        Instant end = now.plus(HORIZON);
        return Stream.iterate(
                        next(rules, now),
                        change -> change.isPresent() && change.get().isBefore(end),
                        change -> next(rules, change.orElseThrow()))
                .flatMap(Optional::stream);
    }

    private static Optional<Instant> next(ZoneRules rules, Instant after) {
        return Optional.ofNullable(rules.nextTransition(after)).map(ZoneOffsetTransition::getInstant);
    }
}
