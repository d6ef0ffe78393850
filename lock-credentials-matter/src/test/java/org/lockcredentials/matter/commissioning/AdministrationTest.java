package org.lockcredentials.matter.commissioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.WritableAttribute;
import org.lockcredentials.matter.cluster.operationalcredentials.NocResponse;
import org.lockcredentials.matter.cluster.operationalcredentials.NodeOperationalCertStatus;
import org.lockcredentials.matter.cluster.operationalcredentials.OperationalCredentials;
import org.lockcredentials.matter.discovery.Discovery;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.TestNode;
import org.lockcredentials.matter.fabric.Fabric;
import org.lockcredentials.matter.fabric.FabricStore;
import org.lockcredentials.matter.interaction.AttributePath;
import org.lockcredentials.matter.interaction.Subscriptions;
import org.lockcredentials.matter.node.LockNode;
import org.lockcredentials.matter.node.NodeException;
import org.lockcredentials.matter.node.NodeFailures;
import org.lockcredentials.matter.node.NodeListener;
import org.lockcredentials.matter.node.NodeRecord;
import org.lockcredentials.matter.node.NodeRecords;
import org.lockcredentials.matter.node.NodeSite;
import org.lockcredentials.matter.securechannel.Case;
import org.lockcredentials.matter.securechannel.Pase;
import org.lockcredentials.matter.securechannel.Resumptions;
import org.lockcredentials.matter.securechannel.SecureChannel;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.udp.FakeNetwork;
import org.lockcredentials.testing.ManualScheduler;

class AdministrationTest {

    private static final long LOCK = 0x12;
    private static final NocResponse OK = new NocResponse(NodeOperationalCertStatus.OK, Optional.of(1), "");

    private final ManualScheduler time = new ManualScheduler();
    private final TestNode controller = new TestNode(new FakeNetwork(time, 1), time, 5540);
    private final FabricStore fabrics = new FabricStore(controller.store, time);
    private final Fabric fabric = fabrics.open(0x1000_0000_0000_0001L);
    private final PeerNode lock = new PeerNode(fabric.compressedFabricId(), LOCK);
    private final NodeRecords records = new NodeRecords(controller.store, new Actor(time.executor(), time));
    private final Administration administration = new Administration(site());
    private final Node node = new Node();

    AdministrationTest() {
        records.writeNow(lock, NodeRecord.NONE.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 5541)));
    }

    private CommissioningSite site() {
        Resumptions resumptions = new Resumptions(controller.store, time.executor());
        NodeSite nodes = new NodeSite(
                controller.exchanges,
                new Case(controller.exchanges, resumptions, controller.random),
                Subscriptions.over(controller.exchanges),
                Discovery.none(),
                fabric,
                records,
                new Actor(time.executor(), time));
        return new CommissioningSite(
                nodes,
                fabric,
                fabrics,
                new Pase(controller.exchanges, time.executor(), controller.random),
                SecureChannel.over(controller.exchanges),
                resumptions,
                TestController.TEST_VENDOR,
                controller.random,
                time,
                time.executor());
    }

    private boolean isKnown() {
        time.settle();
        return !records.nodes(fabric.compressedFabricId()).isEmpty();
    }

    /** Why the node is in the fabric still. */
    private NodeException.Kind refusal(CompletableFuture<Void> removal) {
        time.settle();
        assertTrue(isKnown(), "forgotten all the same");
        try {
            removal.getNow(null);
        } catch (CompletionException failed) {
            return ((NodeException) NodeFailures.cause(failed)).kind();
        }
        throw new AssertionError("did not fail");
    }

    private static RuntimeException noSession(ChannelException.Kind why) {
        return NodeFailures.of(new ChannelException(why, "by somebody at its address"), true);
    }

    private static RuntimeException lostAnswer() {
        return NodeFailures.of(new ChannelException(ChannelException.Kind.TIMEOUT, "no answer"), false);
    }

    @Test
    void aNodeThatSaysThatItWentIsForgotten() {
        node.tellsItsFabric().answers(() -> OK);
        CompletableFuture<Void> removal = administration.remove(node);
        assertFalse(isKnown());
        assertTrue(removal.isDone() && !removal.isCompletedExceptionally());
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_SHARED_ROOT", "UNTRUSTED", "REFUSED", "BUSY", "TIMEOUT", "PROTOCOL"})
    void nobodyWithoutASessionProvesThatANodeIsGone(ChannelException.Kind answer) {
        node.answers(() -> {
            throw noSession(answer);
        });
        assertEquals(((NodeException) noSession(answer)).kind(), refusal(administration.remove(node)));
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_SHARED_ROOT", "UNTRUSTED"})
    void norWhenTheCommandCouldNotBeSentAnyMore(ChannelException.Kind answer) {
        node.tellsItsFabric().answers(() -> {
            throw noSession(answer);
        });
        assertEquals(NodeException.Kind.SECURITY, refusal(administration.remove(node)));
    }

    @Test
    void aNodeThatGotTheCommandAndKnowsOurFabricNoMoreIsForgotten() {
        node.tellsItsFabric()
                .answers(() -> {
                    throw lostAnswer();
                })
                .answers(() -> {
                    throw noSession(ChannelException.Kind.NO_SHARED_ROOT);
                });
        administration.remove(node);
        assertFalse(isKnown());
    }

    @ParameterizedTest
    @EnumSource(names = {"UNTRUSTED", "REFUSED", "BUSY", "TIMEOUT"})
    void anyOtherAnswerAfterALostOneProvesNothing(ChannelException.Kind answer) {
        node.tellsItsFabric()
                .answers(() -> {
                    throw lostAnswer();
                })
                .answers(() -> {
                    throw noSession(answer);
                });
        assertEquals(NodeException.Kind.TIMEOUT, refusal(administration.remove(node)));
    }

    @Test
    void aNodeThatIsThereStillAfterALostAnswerIsNotForgotten() {
        node.tellsItsFabric()
                .answers(() -> {
                    throw lostAnswer();
                })
                .tellsItsFabric();
        assertEquals(NodeException.Kind.TIMEOUT, refusal(administration.remove(node)));
    }

    @Test
    void aNodeThatSaysGoodbyeInPlaceOfAnAnswerIsForgotten() {
        node.tellsItsFabric().answers(() -> {
            node.listeners.forEach(NodeListener::left);
            throw lostAnswer();
        });
        CompletableFuture<Void> removal = administration.remove(node);
        assertFalse(isKnown());
        assertTrue(removal.isDone() && !removal.isCompletedExceptionally());
        assertEquals(List.of(), node.listeners);
    }

    @Test
    void whoKnowsBetterForgetsANodeWithoutAskingIt() {
        CompletableFuture<Void> forgotten = administration.forget(LOCK);
        assertFalse(isKnown());
        assertTrue(forgotten.isDone());
        records.write(lock, NodeRecord.NONE);
        assertFalse(isKnown(), "what was still to be kept of it brings it back");
    }

    /** Answers each question with the next line of its script, a tick of the executor later. */
    private final class Node implements LockNode {

        private final Queue<Supplier<Object>> script = new ArrayDeque<>();
        private final List<NodeListener> listeners = new CopyOnWriteArrayList<>();

        Node answers(Supplier<Object> answer) {
            script.add(answer);
            return this;
        }

        Node tellsItsFabric() {
            return answers(() -> new Attributes(
                    Map.of(OperationalCredentials.CURRENT_FABRIC_INDEX.at(0), new TlvElement.UnsignedInt(1))));
        }

        @SuppressWarnings("unchecked")
        private <T> CompletableFuture<T> next() {
            return CompletableFuture.supplyAsync(() -> (T) script.remove().get(), time.executor());
        }

        @Override
        public long nodeId() {
            return LOCK;
        }

        @Override
        public CompletableFuture<Attributes> read(List<AttributePath> paths) {
            return next();
        }

        @Override
        public <R> CompletableFuture<R> invoke(int endpoint, Command<R> command) {
            return next();
        }

        @Override
        public <T> CompletableFuture<Void> write(int endpoint, WritableAttribute<T> attribute, T value) {
            return next();
        }

        @Override
        public boolean reachable() {
            return true;
        }

        @Override
        public void listen(NodeListener listener) {
            listeners.add(listener);
        }

        @Override
        public void unlisten(NodeListener listener) {
            listeners.remove(listener);
        }
    }
}
