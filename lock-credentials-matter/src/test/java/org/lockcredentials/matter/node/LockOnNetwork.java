package org.lockcredentials.matter.node;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.TestNode;
import org.lockcredentials.matter.interaction.Subscriptions;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.securechannel.Case;
import org.lockcredentials.matter.securechannel.CaseResponder;
import org.lockcredentials.matter.securechannel.Resumptions;
import org.lockcredentials.matter.securechannel.TestFabric;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.udp.FakeNetwork;
import org.lockcredentials.testing.ManualExecutor;
import org.lockcredentials.testing.ManualScheduler;

/** A controller, a lock of its fabric, and others who have the lock's old address, in virtual time. */
final class LockOnNetwork {

    static final long CONTROLLER = 1;
    static final long LOCK = 0x12;

    final ManualScheduler time = new ManualScheduler();
    /** Where the host hears. */
    final ManualExecutor host = new ManualExecutor();

    final FakeNetwork network = new FakeNetwork(time, 1);
    final TestNode controller = new TestNode(network, time, 5540);
    final TestNode lock = new TestNode(network, time, 5541);
    final TestNode stranger = new TestNode(network, time, 5542);
    final TestFabric fabric = new TestFabric();
    final TestFabric.Member us = fabric.join(CONTROLLER);
    final CaseResponder responder = new CaseResponder(lock, fabric.join(LOCK), CONTROLLER);
    final FoundAt discovery = new FoundAt();
    final PeerNode node = new PeerNode(us.compressedFabricId(), LOCK);
    final NodeRecords records = new NodeRecords(controller.store, new Actor(time.executor(), time));
    final NodeSite site = new NodeSite(
            controller.exchanges,
            new Case(controller.exchanges, new Resumptions(controller.store, time.executor()), controller.random),
            Subscriptions.over(controller.exchanges),
            discovery,
            us,
            records,
            new Actor(host, time));

    LockOnNetwork() {
        lock.exchanges.handle(ProtocolId.SECURE_CHANNEL, responder);
    }

    /** Nobody is there. */
    InetSocketAddress nowhere(int number) {
        return network.port(6000 + number).address();
    }

    /** What became of it, in no more than so long. */
    <T> T outcome(CompletableFuture<T> future, Duration limit) {
        time.advanceUntilDone(future, limit);
        return future.join();
    }

    /** The reason for which it failed, in no more than so long. */
    ChannelException.Kind failure(CompletableFuture<?> future, Duration limit) {
        try {
            outcome(future, limit);
            throw new AssertionError("did not fail");
        } catch (CompletionException failed) {
            return ((ChannelException) failed.getCause()).kind();
        }
    }

    /** Which of these addresses anything was sent to. */
    List<InetSocketAddress> spokenTo(List<InetSocketAddress> addresses) {
        return addresses.stream()
                .filter(address ->
                        network.log().stream().anyMatch(sent -> sent.to().equals(address)))
                .toList();
    }
}
