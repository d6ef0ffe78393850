package org.lockcredentials.zwave.network;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.Request;
import org.lockcredentials.zwave.command.association.Association;
import org.lockcredentials.zwave.command.association.Destinations;
import org.lockcredentials.zwave.command.association.MultiChannelAssociation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a node report to this host what happens to it: by Multi Channel Association where it has that (CL:008E.01.21.02.2), else by Association,
 * never by both. What was set is read back, and set once more if it did not take (CL:0060.01.52.02.1).
 */
final class Lifeline {

    private static final Logger log = LoggerFactory.getLogger(Lifeline.class);

    /** The group whose members hear of everything, in every Z-Wave Plus node. */
    private static final int GROUP = 1;
    /** Since this version the root device can be named as an end point. */
    private static final int ROOT_DEVICE_SINCE = 3;

    private static final int ATTEMPTS = 2;

    private final int ownNodeId;

    Lifeline(int ownNodeId) {
        this.ownNodeId = ownNodeId;
    }

    /** Completes with whether the node reports here as far as it tells; never fails. */
    CompletableFuture<Boolean> set(Questions node, Set<Integer> classes) {
        if (!classes.contains(CommandClass.MULTI_CHANNEL_ASSOCIATION.id())) {
            return classes.contains(CommandClass.ASSOCIATION.id())
                    ? byAssociation(node)
                    : CompletableFuture.completedFuture(true);
        }
        return classes.contains(CommandClass.MULTI_CHANNEL.id())
                ? node.hasVersion(CommandClass.MULTI_CHANNEL_ASSOCIATION, ROOT_DEVICE_SINCE)
                        .thenCompose(encapsulated -> byEndPoints(node, encapsulated))
                : byEndPoints(node, false);
    }

    private CompletableFuture<Boolean> byAssociation(Questions node) {
        return put(
                node,
                new Association.Get(GROUP),
                report -> report.nodes().contains(ownNodeId),
                List.of(new Association.Set(GROUP, List.of(ownNodeId))),
                ATTEMPTS);
    }

    /** A node that is named both ways reports twice. */
    private CompletableFuture<Boolean> byEndPoints(Questions node, boolean encapsulated) {
        Destinations plain = Destinations.node(ownNodeId);
        Destinations wanted = encapsulated ? Destinations.rootDevice(ownNodeId) : plain;
        Command set = new MultiChannelAssociation.Set(GROUP, wanted);
        return put(
                node,
                new MultiChannelAssociation.Get(GROUP),
                report -> report.destinations().contain(wanted)
                        && !(encapsulated && report.destinations().contain(plain)),
                encapsulated ? List.of(new MultiChannelAssociation.Remove(GROUP, plain), set) : List.of(set),
                ATTEMPTS);
    }

    private <R extends Command> CompletableFuture<Boolean> put(
            Questions node, Request<R> question, Predicate<R> isSet, List<Command> commands, int attempts) {
        return node.ask(question).thenCompose(report -> {
            if (report.filter(isSet).isPresent()) {
                return CompletableFuture.completedFuture(true);
            }
            if (attempts == 0) {
                log.warn(
                        "node {} does not take this host for the one to report to: its events may be missed",
                        node.id());
                return CompletableFuture.completedFuture(false);
            }
            CompletableFuture<Void> set = CompletableFuture.completedFuture(null);
            for (Command each : commands) {
                set = set.thenCompose(done -> node.set(each));
            }
            return set.thenCompose(done -> put(node, question, isSet, commands, attempts - 1));
        });
    }
}
