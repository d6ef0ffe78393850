package org.lockcredentials.matter.commissioning;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.discovery.Discovery;
import org.lockcredentials.matter.exchange.TestNode;
import org.lockcredentials.matter.fabric.Fabric;
import org.lockcredentials.matter.fabric.FabricStore;
import org.lockcredentials.matter.interaction.Subscriptions;
import org.lockcredentials.matter.node.NodeRecords;
import org.lockcredentials.matter.node.NodeSite;
import org.lockcredentials.matter.securechannel.Case;
import org.lockcredentials.matter.securechannel.Pase;
import org.lockcredentials.matter.securechannel.Resumptions;
import org.lockcredentials.matter.securechannel.SecureChannel;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.testing.Witness;

/** A controller in virtual time that believes every device. */
final class VirtualController {

    static final Duration LIMIT = Duration.ofMinutes(20);

    final TestNode node;
    final CommissioningSite site;
    private final ManualScheduler time;
    private boolean shutDown;

    VirtualController(ManualScheduler time, TestNode node) {
        this(time, node, Discovery.none());
    }

    VirtualController(ManualScheduler time, TestNode node, Discovery discovery) {
        this.time = time;
        this.node = node;
        Executor executor = task -> {
            if (shutDown) {
                throw new RejectedExecutionException("the host is gone");
            }
            time.executor().execute(task);
        };
        FabricStore fabrics = new FabricStore(node.store, time);
        Fabric fabric = fabrics.open(TestController.OWN_NODE);
        Resumptions resumptions = new Resumptions(node.store, executor);
        NodeSite nodes = new NodeSite(
                node.exchanges,
                new Case(node.exchanges, resumptions, node.random),
                Subscriptions.over(node.exchanges),
                discovery,
                fabric,
                new NodeRecords(node.store, new Actor(executor, time)),
                new Actor(executor, time));
        site = new CommissioningSite(
                nodes,
                fabric,
                fabrics,
                new Pase(node.exchanges, executor, node.random),
                SecureChannel.over(node.exchanges),
                resumptions,
                TestController.TEST_VENDOR,
                node.random,
                time,
                executor);
    }

    CompletableFuture<CommissionedNode> begin(
            CommissioningTarget target, CommissioningListener listener, BooleanSupplier cancelled) {
        CompletableFuture<CommissionedNode> node = new Commissioner(site, new TestController.Believing())
                .commission(target, NodeSettings.in(ZoneOffset.UTC).labelled("Door"), listener, cancelled);
        node.whenComplete((done, failure) -> Witness.seen(done, failure));
        return node;
    }

    /** The host shuts its executor down. */
    void shutDown() {
        shutDown = true;
    }

    CommissionedNode commission(CommissioningTarget target) {
        return outcome(begin(target, step -> {}, () -> false));
    }

    <T> T outcome(CompletableFuture<T> future) {
        time.advanceUntilDone(future, LIMIT);
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw failed;
        }
    }

    /** The nodes that are kept, by their numbers. */
    List<Long> kept() {
        time.settle();
        return site.nodes().records().nodes(site.fabric().compressedFabricId()).stream()
                .map(each -> each.nodeId())
                .toList();
    }
}
