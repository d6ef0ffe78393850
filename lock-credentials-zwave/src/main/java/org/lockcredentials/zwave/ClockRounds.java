package org.lockcredentials.zwave;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.function.Supplier;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.Scheduler.Cancellable;

/** Has the clocks of locks looked after, every day and when the time of their zone has changed. Touched by tasks of the network's actor only. */
final class ClockRounds {

    private static final Duration DAY = Duration.ofDays(1);
    /** A lock that changes by itself has done so by then. */
    private static final Duration AFTER_A_CHANGE = Duration.ofMinutes(1);

    private final Actor actor;
    private final Supplier<Instant> now;
    private final ZoneId zone;
    private final Runnable round;
    private Cancellable next = () -> {};

    ClockRounds(Actor actor, Supplier<Instant> now, ZoneId zone, Runnable round) {
        this.actor = actor;
        this.now = now;
        this.zone = zone;
        this.round = round;
    }

    void begin() {
        next = actor.after(untilNext(), () -> {
            round.run();
            begin();
        });
    }

    void end() {
        next.cancel();
    }

    private Duration untilNext() {
        Instant moment = now.get();
        return Optional.ofNullable(zone.getRules().nextTransition(moment.minus(AFTER_A_CHANGE)))
                .map(ZoneOffsetTransition::getInstant)
                .map(change -> Duration.between(moment, change.plus(AFTER_A_CHANGE)))
                .filter(wait -> wait.compareTo(DAY) < 0 && wait.compareTo(Duration.ZERO) > 0)
                .orElse(DAY);
    }
}
