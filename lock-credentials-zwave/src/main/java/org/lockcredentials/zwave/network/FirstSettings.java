package org.lockcredentials.zwave.network;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.wakeup.WakeUpInterval;
import org.lockcredentials.zwave.command.wakeup.WakeUpIntervalCapabilities;
import org.lockcredentials.zwave.localtime.LocalClock;
import org.lockcredentials.zwave.transport.CommandChannel;

/**
 * What every controller tells a node that has just joined: to report to it, to say to it when it wakes up, and what time it is
 * (SDS13782 §4.3, §4.43; SDS13781, Time Parameters and Clock). What a node does not take is left as it is.
 */
final class FirstSettings {

    /** For a node that is set never to wake up. */
    private static final int DAILY = 24 * 60 * 60;

    private static final int CAPABILITIES_SINCE = 2;
    private static final int OFFSETS_SINCE = 2;

    private final int ownNodeId;
    private final Lifeline lifeline;
    private final LocalClock clock;
    private final Supplier<Instant> now;

    FirstSettings(int ownNodeId, LocalClock clock, Supplier<Instant> now) {
        this.ownNodeId = ownNodeId;
        this.lifeline = new Lifeline(ownNodeId);
        this.clock = clock;
        this.now = now;
    }

    /**
     * Completes without a value, and never fails.
     *
     * @param classes the command classes that the node supports
     */
    CompletableFuture<Void> make(int nodeId, CommandChannel channel, Set<Integer> classes) {
        Questions node = new Questions(nodeId, channel);
        CompletableFuture<Void> made = lifeline.set(node, classes).thenAccept(reports -> {});
        if (classes.contains(CommandClass.WAKE_UP.id())) {
            made = made.thenCompose(done -> wakeUp(node));
        }
        if (classes.contains(CommandClass.TIME_PARAMETERS.id())) {
            made = made.thenCompose(done -> node.set(clock.timeParameters(now.get())));
        }
        if (classes.contains(CommandClass.TIME.id())) {
            made = made.thenCompose(done -> timeOffset(node));
        }
        if (classes.contains(CommandClass.CLOCK.id())) {
            made = made.thenCompose(done -> node.set(clock.clock(now.get())));
        }
        return made;
    }

    private CompletableFuture<Void> wakeUp(Questions node) {
        return node.ask(new WakeUpInterval.Get())
                .thenCompose(report -> interval(node, report).thenCompose(seconds -> {
                    WakeUpInterval.Report wanted = new WakeUpInterval.Report(seconds, ownNodeId);
                    return report.equals(Optional.of(wanted))
                            ? CompletableFuture.completedFuture(null)
                            : node.set(new WakeUpInterval.Set(seconds, ownNodeId));
                }));
    }

    /** A node that wakes up goes on as it does; others do it daily, as near to that as they can (SDS13782 §4.44.4). */
    private CompletableFuture<Integer> interval(Questions node, Optional<WakeUpInterval.Report> report) {
        Optional<Integer> own = report.map(WakeUpInterval.Report::seconds).filter(each -> each > 0);
        if (own.isPresent()) {
            return CompletableFuture.completedFuture(own.get());
        }
        return node.hasVersion(CommandClass.WAKE_UP, CAPABILITIES_SINCE)
                .thenCompose(has -> has
                        ? node.ask(new WakeUpIntervalCapabilities.Get())
                        : CompletableFuture.completedFuture(Optional.<WakeUpIntervalCapabilities.Report>empty()))
                .thenApply(found ->
                        found.map(capabilities -> capabilities.nearest(DAILY)).orElse(DAILY));
    }

    private CompletableFuture<Void> timeOffset(Questions node) {
        return node.hasVersion(CommandClass.TIME, OFFSETS_SINCE)
                .thenCompose(
                        has -> has ? node.set(clock.timeOffset(now.get())) : CompletableFuture.completedFuture(null));
    }
}
