package org.lockcredentials.zwave.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.Request;
import org.lockcredentials.zwave.command.association.Association;
import org.lockcredentials.zwave.command.wakeup.WakeUpInterval;
import org.lockcredentials.zwave.localtime.LocalClock;
import org.lockcredentials.zwave.transport.CommandChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every controller tells a node that has just joined: to report to it, to say to it when it wakes up, and what time it is
 * (SDS13782 §4.3, §4.43; SDS13781, Time Parameters and Clock). What a node does not take is left as it is.
 */
final class FirstSettings {

    private static final Logger log = LoggerFactory.getLogger(FirstSettings.class);

    /** The group whose members hear of everything, in every Z-Wave Plus node. */
    private static final int LIFELINE = 1;
    /** For a node that is set never to wake up. */
    private static final int DAILY = 24 * 60 * 60;

    private final int ownNodeId;
    private final LocalClock clock;
    private final Supplier<Instant> now;

    FirstSettings(int ownNodeId, LocalClock clock, Supplier<Instant> now) {
        this.ownNodeId = ownNodeId;
        this.clock = clock;
        this.now = now;
    }

    /**
     * Completes without a value, and never fails.
     *
     * @param classes the command classes that the node supports
     */
    CompletableFuture<Void> make(CommandChannel node, Set<Integer> classes) {
        CompletableFuture<Void> made = CompletableFuture.completedFuture(null);
        if (classes.contains(CommandClass.ASSOCIATION.id())) {
            made = made.thenCompose(done -> lifeline(node));
        }
        if (classes.contains(CommandClass.WAKE_UP.id())) {
            made = made.thenCompose(done -> wakeUp(node));
        }
        if (classes.contains(CommandClass.TIME_PARAMETERS.id())) {
            made = made.thenCompose(done -> set(node, clock.timeParameters(now.get())));
        }
        if (classes.contains(CommandClass.CLOCK.id())) {
            made = made.thenCompose(done -> set(node, clock.clock(now.get())));
        }
        return made;
    }

    private CompletableFuture<Void> lifeline(CommandChannel node) {
        return ask(node, new Association.Get(LIFELINE))
                .thenCompose(report -> report.filter(group -> group.nodes().contains(ownNodeId))
                                .isPresent()
                        ? CompletableFuture.completedFuture(null)
                        : set(node, new Association.Set(LIFELINE, List.of(ownNodeId))));
    }

    private CompletableFuture<Void> wakeUp(CommandChannel node) {
        return ask(node, new WakeUpInterval.Get()).thenCompose(report -> {
            int seconds = report.map(WakeUpInterval.Report::seconds)
                    .filter(each -> each > 0)
                    .orElse(DAILY);
            WakeUpInterval.Set wanted = new WakeUpInterval.Set(seconds, ownNodeId);
            return report.filter(is -> is.nodeId() == ownNodeId && is.seconds() == seconds)
                            .isPresent()
                    ? CompletableFuture.completedFuture(null)
                    : set(node, wanted);
        });
    }

    private static <R extends Command> CompletableFuture<Optional<R>> ask(CommandChannel node, Request<R> question) {
        return node.get(question).thenApply(Optional::of).exceptionally(failure -> {
            log.debug("{} is not answered: {}", question.type(), failure.getMessage());
            return Optional.empty();
        });
    }

    private static CompletableFuture<Void> set(CommandChannel node, Command command) {
        return node.set(command).handle((delivery, failure) -> {
            if (failure != null) {
                log.debug("{} is not taken: {}", command.type(), failure.getMessage());
            }
            return null;
        });
    }
}
