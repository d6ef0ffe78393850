package org.lockcredentials.matter.commissioning;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.timesynchronization.Granularity;
import org.lockcredentials.matter.cluster.timesynchronization.SetDstOffset;
import org.lockcredentials.matter.cluster.timesynchronization.SetTimeZone;
import org.lockcredentials.matter.cluster.timesynchronization.SetUtcTime;
import org.lockcredentials.matter.cluster.timesynchronization.TimeSource;
import org.lockcredentials.matter.interaction.InteractionException;
import org.lockcredentials.matter.node.NodeFailures;
import org.lockcredentials.spi.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets a node's clock, time zone and daylight saving (11.17.9), as far as it has them.
 *
 * <p>What a node refuses is left as it is: a node may have a better time than ours.
 */
final class ClockSetting {

    private static final Logger log = LoggerFactory.getLogger(ClockSetting.class);

    private final Scheduler clock;
    private final Survey survey;

    ClockSetting(Scheduler clock, Survey survey) {
        this.clock = clock;
        this.survey = survey;
    }

    /** Has a command done on the node. */
    @FunctionalInterface
    interface Invoker {

        <R> CompletableFuture<R> invoke(Command<R> command);
    }

    /** Completes without a value; fails only if the node does not answer. */
    CompletableFuture<Void> set(Invoker node, ZoneId zone) {
        if (!survey.hasClock()) {
            return CompletableFuture.completedFuture(null);
        }
        Instant now = clock.now();
        CompletableFuture<Void> time =
                tolerant(node.invoke(new SetUtcTime(now, Granularity.MILLISECONDS, TimeSource.ADMIN)));
        if (!survey.hasTimeZone()) {
            return time;
        }
        return time.thenCompose(done -> tolerant(node.invoke(new SetTimeZone(List.of(LocalTimeRules.zone(zone, now))))))
                .thenCompose(done ->
                        tolerant(node.invoke(new SetDstOffset(LocalTimeRules.dst(zone, now, survey.dstOffsets())))));
    }

    private static CompletableFuture<Void> tolerant(CompletableFuture<?> answer) {
        return answer.handle((done, failure) -> {
                    if (failure == null || NodeFailures.cause(failure) instanceof InteractionException) {
                        if (failure != null) {
                            log.info(
                                    "the node keeps its own time: {}",
                                    NodeFailures.cause(failure).getMessage());
                        }
                        return CompletableFuture.<Void>completedFuture(null);
                    }
                    return CompletableFuture.<Void>failedFuture(failure);
                })
                .thenCompose(outcome -> outcome);
    }
}
