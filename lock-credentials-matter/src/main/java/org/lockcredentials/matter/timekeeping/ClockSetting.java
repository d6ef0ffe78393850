package org.lockcredentials.matter.timekeeping;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.timesynchronization.Granularity;
import org.lockcredentials.matter.cluster.timesynchronization.SetDstOffset;
import org.lockcredentials.matter.cluster.timesynchronization.SetTimeZone;
import org.lockcredentials.matter.cluster.timesynchronization.SetTimeZoneResponse;
import org.lockcredentials.matter.cluster.timesynchronization.SetUtcTime;
import org.lockcredentials.matter.cluster.timesynchronization.TimeSource;
import org.lockcredentials.matter.interaction.AttributePath;
import org.lockcredentials.matter.interaction.InteractionException;
import org.lockcredentials.matter.node.NodeFailures;
import org.lockcredentials.spi.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a node for its clock, time zone and daylight saving, and sets those that are not right (11.17.9), as far as it has them.
 *
 * <p>What a node refuses is left as it is: a node may have a better time than ours.
 */
public final class ClockSetting {

    private static final Logger log = LoggerFactory.getLogger(ClockSetting.class);

    /** A computer without a clock of its own says less until it has found the time. */
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");

    private final Scheduler clock;
    private final ZoneId zone;

    public ClockSetting(Scheduler clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** The node whose clock it is, at its endpoint 0. */
    public interface Line {

        CompletableFuture<Attributes> read(List<AttributePath> paths);

        <R> CompletableFuture<R> invoke(Command<R> command);
    }

    /** What was found. */
    public enum Found {
        /** The node has no clock. */
        NO_CLOCK,
        /** All was right: nothing was written. */
        RIGHT,
        /** Something was not, and was written; or the node refused it. */
        WRONG,
        /** This host does not know the time itself. */
        NO_TIME
    }

    /** Completes when it is done; fails only if the node does not answer. */
    public CompletableFuture<Found> renew(Line node) {
        Instant asked = clock.now();
        if (asked.isBefore(LONG_AGO)) {
            log.warn("it is not {}: clocks of locks are left as they are", asked);
            return CompletableFuture.completedFuture(Found.NO_TIME);
        }
        return node.read(ClockState.PATHS).thenCompose(values -> renew(node, new ClockState(values), asked));
    }

    private CompletableFuture<Found> renew(Line node, ClockState state, Instant asked) {
        if (!state.exists()) {
            return CompletableFuture.completedFuture(Found.NO_CLOCK);
        }
        Instant now = clock.now();
        boolean onTime = state.isOnTime(asked, now);
        boolean inZone = !state.hasTimeZone() || state.isIn(zone, now);
        boolean saving = !state.hasTimeZone() || state.savesDaylight(zone, now);
        if (onTime && inZone && saving) {
            return CompletableFuture.completedFuture(Found.RIGHT);
        }
        CompletableFuture<?> time = onTime
                ? CompletableFuture.completedFuture(state)
                : tolerant(node.invoke(new SetUtcTime(now, Granularity.MILLISECONDS, TimeSource.ADMIN)));
        return time.thenCompose(
                        // A node with a time zone database may know by itself how daylight is saved.
                        set -> inZone && (saving || !state.hasDatabase())
                                ? CompletableFuture.completedFuture(!saving)
                                : place(node, now))
                .thenCompose(needed -> needed
                        ? tolerant(node.invoke(new SetDstOffset(LocalTimeRules.dst(zone, now, state.dstOffsets()))))
                        : CompletableFuture.completedFuture(Optional.empty()))
                .thenApply(done -> Found.WRONG);
    }

    /** Sets the zone, which takes the daylight saving away that was set; completes with whether to set that too. */
    private CompletableFuture<Boolean> place(Line node, Instant now) {
        return tolerant(node.invoke(new SetTimeZone(List.of(LocalTimeRules.zone(zone, now)))))
                .thenApply(answer ->
                        answer.map(SetTimeZoneResponse::dstOffsetRequired).orElse(true));
    }

    /** Empty if the node refuses. */
    private static <R> CompletableFuture<Optional<R>> tolerant(CompletableFuture<R> answer) {
        return answer.thenApply(Optional::of).exceptionallyCompose(failure -> {
            Throwable cause = NodeFailures.cause(failure);
            if (cause instanceof InteractionException) {
                log.info("the node keeps its own time: {}", cause.getMessage());
                return CompletableFuture.completedFuture(Optional.empty());
            }
            return CompletableFuture.failedFuture(failure);
        });
    }
}
