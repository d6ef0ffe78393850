package org.lockcredentials.zwave.transport.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.command.UnknownCommand;
import org.lockcredentials.zwave.command.transportservice.Segment;
import org.lockcredentials.zwave.command.transportservice.SegmentControl;
import org.lockcredentials.zwave.transport.Delivery;
import org.lockcredentials.zwave.transport.FakeAir;
import org.lockcredentials.zwave.transport.PlainStack;
import org.lockcredentials.zwave.transport.security.NodeSecurity;
import org.lockcredentials.zwave.transport.stack.TransportStack;

/** Datagrams to several nodes, through all layers. */
final class SegmentLayerTest {

    private final ManualScheduler time = new ManualScheduler();
    private final FakeAir air = new FakeAir();
    private final TransportStack stack = PlainStack.over(air, new Actor(time.executor(), time));

    @BeforeEach
    void bothSupportSegments() {
        for (int node : List.of(7, 8)) {
            stack.describe(node, new NodeSecurity(Set.of(), Set.of(), true));
        }
        air.play(any -> List.of());
    }

    @Test
    void datagramsGoToOneNodeAfterTheOther() {
        CompletableFuture<Delivery> first = send(7);
        CompletableFuture<Delivery> second = send(8);
        assertEquals(Set.of(7), receivers());
        air.hear(8, new SegmentControl.Complete(sessionId(7)));
        assertFalse(first.isDone(), "that is another node's word");
        air.hear(7, new SegmentControl.Complete(sessionId(7)));
        assertEquals(Delivery.RECEIVED, first.join());
        time.advance(Duration.ofMillis(500));
        assertEquals(Set.of(7, 8), receivers());
        air.hear(8, new SegmentControl.Complete(sessionId(8)));
        assertEquals(Delivery.RECEIVED, second.join());
    }

    @Test
    void aNodeThatLeavesHoldsNobodyUp() {
        CompletableFuture<Delivery> first = send(7);
        CompletableFuture<Delivery> second = send(8);
        stack.forget(7);
        assertTrue(first.isCompletedExceptionally());
        time.advance(Duration.ofMillis(500));
        air.hear(8, new SegmentControl.Complete(sessionId(8)));
        assertEquals(Delivery.RECEIVED, second.join());
    }

    private CompletableFuture<Delivery> send(int node) {
        CompletableFuture<Delivery> sent =
                stack.node(node).endpoint(0).set(new UnknownCommand(0x77, 1, Secret.of(new byte[60])));
        time.advance(Duration.ofMillis(500));
        return sent;
    }

    private Set<Integer> receivers() {
        return air.sent().stream().map(FakeAir.Sent::nodeId).collect(Collectors.toSet());
    }

    private int sessionId(int node) {
        return air.sent().stream()
                .filter(each -> each.nodeId() == node)
                .map(FakeAir.Sent::command)
                .filter(Segment.First.class::isInstance)
                .map(first -> ((Segment.First) first).sessionId())
                .findFirst()
                .orElseThrow();
    }
}
