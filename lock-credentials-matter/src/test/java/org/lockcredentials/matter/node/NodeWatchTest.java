package org.lockcredentials.matter.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.generaldiagnostics.GeneralDiagnostics;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.interaction.EventData;
import org.lockcredentials.matter.interaction.ReportedData;
import org.lockcredentials.matter.interaction.Subscription;
import org.lockcredentials.matter.interaction.SubscriptionListener;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.testing.ManualScheduler;

class NodeWatchTest {

    private final ManualScheduler time = new ManualScheduler();
    private final Node node = new Node();
    private final NodeWatch watch = new NodeWatch(new Actor(time.executor(), time), node, NodeRecord.NONE);

    @Test
    void asksAgainAfterLongerAndLongerPausesWhileItIsRefused() {
        watch.start();
        for (int i = 0; i < 9; i++) {
            node.refuse();
            time.advance(NodeWatch.LONGEST_PAUSE);
        }
        List<Long> pauses = new ArrayList<>();
        for (int i = 1; i < node.askedAt.size(); i++) {
            pauses.add((node.askedAt.get(i) - node.refusedAt.get(i - 1)) / 1_000_000_000);
        }
        assertEquals(List.of(5L, 10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L), pauses);
    }

    @Test
    void asksAtOnceWhenTheNodeIsHeardInAPause() {
        watch.start();
        node.refuse();
        watch.resume();
        assertEquals(2, node.askedAt.size());
        time.advance(NodeWatch.LONGEST_PAUSE);
        assertEquals(2, node.askedAt.size());
    }

    @Test
    void tellsWhatThingsAreLikeAndEachEventOnce() {
        watch.start();
        node.report(1, 4, 5);
        node.report(1, 5, 6);
        assertEquals(List.of(4L, 5L, 6L), node.events);
        assertEquals(Optional.of(6L), node.kept);
        assertTrue(node.changes > 0);
    }

    @Test
    void readsAllEventsWhenTheNodeStartedAnew() {
        watch.start();
        node.report(1, 100);
        node.refuse();
        watch.resume();
        assertEquals(Optional.of(101L), node.askedFrom);
        node.remembered = List.of(event(1), event(2));
        node.report(2);
        assertEquals(List.of(100L, 1L, 2L), node.events);
        assertEquals(List.of("100-1"), node.missed);
        node.refuse();
        watch.resume();
        assertEquals(Optional.of(3L), node.askedFrom);
    }

    @Test
    void stopsForGood() {
        watch.start();
        watch.stop();
        node.refuse();
        time.advance(NodeWatch.LONGEST_PAUSE);
        watch.start();
        assertEquals(1, node.askedAt.size());
    }

    private static EventData event(long number) {
        return new EventData(1, 0x101, 2, number, 2, Optional.empty(), Optional.empty(), new TlvStructure(List.of()));
    }

    /** Does as the test says, and notes what it is asked and told. */
    private final class Node implements NodeWatch.Line {

        private final List<Long> askedAt = new ArrayList<>();
        private final List<Long> refusedAt = new ArrayList<>();
        private final List<SubscriptionListener> listeners = new ArrayList<>();
        private final List<Long> events = new ArrayList<>();
        private final List<String> missed = new ArrayList<>();
        private List<EventData> remembered = List.of();
        private CompletableFuture<Subscription> answer = new CompletableFuture<>();
        private Optional<Long> askedFrom = Optional.empty();
        private Optional<Long> kept = Optional.empty();
        private int changes;

        void refuse() {
            refusedAt.add(time.nanoTime());
            answer.completeExceptionally(new ChannelException(ChannelException.Kind.TIMEOUT, "silent"));
        }

        void report(int reboots, long... numbers) {
            List<EventData> told = new ArrayList<>();
            for (long number : numbers) {
                told.add(event(number));
            }
            listeners
                    .get(listeners.size() - 1)
                    .reported(new ReportedData(
                            Map.of(GeneralDiagnostics.REBOOT_COUNT.at(0), new TlvElement.UnsignedInt(reboots)),
                            List.of(),
                            Map.of(),
                            told));
        }

        @Override
        public CompletableFuture<Subscription> subscribe(Optional<Long> eventMin, SubscriptionListener listener) {
            askedAt.add(time.nanoTime());
            askedFrom = eventMin;
            listeners.add(listener);
            answer = new CompletableFuture<>();
            return answer;
        }

        @Override
        public CompletableFuture<ReportedData> readAllEvents() {
            return CompletableFuture.completedFuture(new ReportedData(Map.of(), List.of(), Map.of(), remembered));
        }

        @Override
        public void tell(Consumer<NodeListener> what) {
            what.accept(new NodeListener() {
                @Override
                public void changed(Attributes values) {
                    changes++;
                }

                @Override
                public void happened(EventData event) {
                    events.add(event.number());
                }

                @Override
                public void missed(long after, long before) {
                    missed.add(after + "-" + before);
                }
            });
        }

        @Override
        public void keep(Optional<Long> lastEvent, Optional<Integer> reboots) {
            kept = lastEvent;
        }

        @Override
        public void heard() {
            // That it was heard is for the node to know.
        }

        @Override
        public void endSession() {
            throw new AssertionError("nobody said good-bye");
        }
    }
}
