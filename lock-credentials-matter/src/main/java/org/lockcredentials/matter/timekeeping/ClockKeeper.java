package org.lockcredentials.matter.timekeeping;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.timesynchronization.TimeSynchronization;
import org.lockcredentials.matter.interaction.AttributePath;
import org.lockcredentials.matter.interaction.EventData;
import org.lockcredentials.matter.node.LockNode;
import org.lockcredentials.matter.node.NodeListener;
import org.lockcredentials.matter.timekeeping.ClockSetting.Found;
import org.lockcredentials.spi.Scheduler;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a node's clock looked at whenever it may be wrong: when the node is subscribed to anew, when it tells an event of its time (11.17.10), when its
 * clocks change, and once a day.
 *
 * <p>Another administrator may set what this one sets, and each write is an event for both: so nothing that a node tells is followed for an hour
 * after a write. Used by tasks of one actor only.
 */
public final class ClockKeeper implements NodeListener {

    private static final Logger log = LoggerFactory.getLogger(ClockKeeper.class);

    static final Duration LONGEST = Duration.ofDays(1);
    static final Duration AFTER_A_WRITE = Duration.ofHours(1);
    static final Duration AFTER_A_READ = Duration.ofMinutes(1);

    /** So that the node, too, has changed its clocks. */
    private static final Duration AFTER_A_CHANGE = Duration.ofSeconds(1);

    private final LockNode node;
    private final ZoneId zone;
    private final Scheduler clock;
    private final Actor actor;
    private final ClockSetting setting;
    private @Nullable Cancellable timer;
    private Instant quietUntil = Instant.MIN;
    private boolean looking;
    private boolean again;
    private boolean closed;

    /** @param actor on which the node calls its listeners and completes its futures */
    public ClockKeeper(LockNode node, ZoneId zone, Scheduler clock, Actor actor) {
        this.node = node;
        this.zone = zone;
        this.clock = clock;
        this.actor = actor;
        this.setting = new ClockSetting(clock, zone);
    }

    @Override
    public void subscribed() {
        look();
    }

    @Override
    public void happened(EventData event) {
        if (event.cluster() != TimeSynchronization.CLUSTER) {
            return;
        }
        Duration quiet = Duration.between(clock.now(), quietUntil);
        if (looking) {
            again = true;
        } else if (quiet.isNegative() || quiet.isZero()) {
            look();
        } else {
            lookIn(quiet);
        }
    }

    @Override
    public void closed() {
        closed = true;
        cancel();
    }

    private void look() {
        if (looking || closed) {
            return;
        }
        looking = true;
        again = false;
        cancel();
        setting.renew(new Line()).whenComplete((found, failure) -> {
            looking = false;
            if (failure != null) {
                log.debug("the node's clock cannot be told or set: {}", failure.getMessage());
            }
            plan(failure == null ? found : Found.RIGHT);
        });
    }

    private void plan(Found found) {
        if (found == Found.NO_CLOCK || closed) {
            return;
        }
        Duration quiet = found == Found.WRONG ? AFTER_A_WRITE : AFTER_A_READ;
        quietUntil = clock.now().plus(quiet);
        lookIn(again || found == Found.NO_TIME ? quiet : untilTheNextChange());
    }

    private Duration untilTheNextChange() {
        Instant now = clock.now();
        ZoneOffsetTransition next = zone.getRules().nextTransition(now);
        if (next == null || next.getInstant().isAfter(now.plus(LONGEST))) {
            return LONGEST;
        }
        return Duration.between(now, next.getInstant()).plus(AFTER_A_CHANGE);
    }

    private void lookIn(Duration delay) {
        cancel();
        timer = actor.after(delay, this::look);
    }

    private void cancel() {
        if (timer != null) {
            timer.cancel();
        }
    }

    private final class Line implements ClockSetting.Line {

        @Override
        public CompletableFuture<Attributes> read(List<AttributePath> paths) {
            return node.read(paths);
        }

        @Override
        public <R> CompletableFuture<R> invoke(Command<R> command) {
            return node.invoke(0, command);
        }
    }
}
