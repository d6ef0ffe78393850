package org.lockcredentials.matter.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.basicinformation.BasicInformation;
import org.lockcredentials.matter.cluster.generaldiagnostics.GeneralDiagnostics;
import org.lockcredentials.matter.cluster.operationalcredentials.OperationalCredentials;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.interaction.EventData;
import org.lockcredentials.matter.interaction.ReportedData;
import org.lockcredentials.matter.interaction.StandingSubscription;
import org.lockcredentials.matter.interaction.Subscription;
import org.lockcredentials.matter.interaction.SubscriptionListener;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.testing.ManualScheduler;

class NodeWatchTest {

    private static final int OUR_FABRIC = 2;
    private static final int OTHER_FABRIC = 1;
    private static final NodeRecord HEARD_BEFORE = new NodeRecord(Optional.empty(), Optional.of(100L), Optional.of(1));

    private final ManualScheduler time = new ManualScheduler();
    private final Actor actor = new Actor(time.executor(), time);
    private final Node node = new Node();
    private final NodeWatch watch = watch(NodeRecord.NONE);

    private NodeWatch watch(NodeRecord record) {
        return new NodeWatch(actor, node, record);
    }

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
        node.report(1);
        node.report(1, 4, 5);
        node.report(1, 5, 6);
        assertEquals(List.of(4L, 5L, 6L), node.events);
        assertEquals(Optional.of(6L), node.kept);
        assertTrue(node.changes > 0);
    }

    @Test
    void whatANewNodeRemembersIsToldOnlyWithItsTime() {
        watch.start();
        Optional<Long> yesterday =
                Optional.of(time.now().minus(Duration.ofDays(1)).toEpochMilli());
        Optional<Long> noClock = Optional.of(1_000L);
        node.tell(1, List.of(event(4, yesterday), event(5, noClock), event(6, Optional.empty())));
        assertEquals(List.of(4L), node.events);
        assertEquals(List.of(), node.missed);
        assertEquals(Optional.of(6L), node.kept);
        node.report(1, 7);
        assertEquals(List.of(4L, 7L), node.events);
    }

    @Test
    void readsAllEventsWhenTheNodeStartedAnew() {
        watch.start();
        node.report(1);
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
    void losesNoEventOfANodeThatStartedAnewWhenItsMemoryCannotBeReadAtFirst() {
        NodeWatch resumed = watch(HEARD_BEFORE);
        node.reading = new CompletableFuture<>();
        resumed.start();
        node.report(2);
        node.stands();
        node.report(2, 1);
        node.reading.completeExceptionally(new ChannelException(ChannelException.Kind.SESSION_CLOSED, "gone"));
        assertEquals(Optional.empty(), node.keptReboots, "nothing was learnt yet");
        assertEquals(List.of(), node.events);
        node.remembered = List.of(event(1), event(2));
        node.reading = null;
        time.advance(NodeWatch.FIRST_PAUSE);
        assertEquals(2, node.askedAt.size(), "subscribes again");
        node.report(2);
        node.stands();
        node.report(2, 3);
        assertEquals(List.of(1L, 2L, 3L), node.events);
        assertEquals(List.of("100-1"), node.missed);
        assertEquals(Optional.of(2), node.keptReboots);
        assertEquals(Optional.of(3L), node.kept);
    }

    @Test
    void waitsLongerEachTimeWhileTheMemoryCannotBeRead() {
        NodeWatch resumed = watch(HEARD_BEFORE);
        resumed.start();
        for (int i = 0; i < 4; i++) {
            node.reading =
                    CompletableFuture.failedFuture(new ChannelException(ChannelException.Kind.TIMEOUT, "silent"));
            node.refusedAt.add(time.nanoTime());
            node.report(2);
            node.stands();
            time.advance(NodeWatch.LONGEST_PAUSE);
        }
        List<Long> pauses = new ArrayList<>();
        for (int i = 1; i < node.askedAt.size(); i++) {
            pauses.add((node.askedAt.get(i) - node.refusedAt.get(i - 1)) / 1_000_000_000);
        }
        assertEquals(List.of(5L, 10L, 20L, 40L), pauses);
        assertEquals(4, node.closed, "no subscription is left behind");
    }

    @Test
    void whatHappensWhileTheMemoryIsReadIsToldAfterIt() {
        NodeWatch resumed = watch(HEARD_BEFORE);
        node.reading = new CompletableFuture<>();
        resumed.start();
        node.report(2);
        node.stands();
        node.report(2, 3);
        node.reading.complete(new ReportedData(Map.of(), List.of(), Map.of(), List.of(event(1), event(2))));
        assertEquals(List.of(1L, 2L, 3L), node.events);
    }

    @Test
    void goesOnWhenTheSessionIsClosedAndWhenTheNodeFallsSilent() {
        watch.start();
        node.report(1);
        node.stands();
        watch.sessionClosed();
        time.advance(NodeWatch.FIRST_PAUSE);
        assertEquals(2, node.askedAt.size());
        node.report(1);
        node.stands();
        time.advance(StandingSubscription.MAX_INTERVAL.plusMinutes(1));
        assertEquals(3, node.askedAt.size());
    }

    @Test
    void aNodeThatSaysGoodbyeToOurFabricHasLeft() {
        watch.start();
        node.report(1);
        node.tell(1, List.of(leave(5, OTHER_FABRIC)));
        assertEquals(0, node.departures);
        node.tell(1, List.of(leave(6, OUR_FABRIC)));
        assertEquals(1, node.departures);
    }

    @Test
    void aGoodbyeThatANodeRemembersIsOfAnEarlierTime() {
        watch.start();
        node.tell(1, List.of(leave(5, OUR_FABRIC)));
        assertEquals(0, node.departures);
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
        return event(number, Optional.empty());
    }

    private static EventData event(long number, Optional<Long> epoch) {
        return new EventData(1, 0x101, 2, number, 2, epoch, Optional.empty(), new TlvStructure(List.of()));
    }

    private static EventData leave(long number, int fabric) {
        return new EventData(
                0,
                BasicInformation.CLUSTER,
                BasicInformation.LEAVE.id(),
                number,
                1,
                Optional.empty(),
                Optional.empty(),
                Tlv.tree(out -> out.unsigned(0, fabric)));
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
        private Optional<Integer> keptReboots = Optional.empty();
        private @Nullable CompletableFuture<ReportedData> reading;
        private int changes;
        private int closed;
        private int departures;

        void stands() {
            SubscriptionListener listener = listeners.get(listeners.size() - 1);
            answer.complete(StandingSubscription.of(actor, listener, () -> closed++));
        }

        void refuse() {
            refusedAt.add(time.nanoTime());
            answer.completeExceptionally(new ChannelException(ChannelException.Kind.TIMEOUT, "silent"));
        }

        void report(int reboots, long... numbers) {
            List<EventData> told = new ArrayList<>();
            for (long number : numbers) {
                told.add(event(number));
            }
            tell(reboots, told);
        }

        void tell(int reboots, List<EventData> told) {
            listeners
                    .get(listeners.size() - 1)
                    .reported(new ReportedData(
                            Map.of(
                                    GeneralDiagnostics.REBOOT_COUNT.at(0),
                                    new TlvElement.UnsignedInt(reboots),
                                    OperationalCredentials.CURRENT_FABRIC_INDEX.at(0),
                                    new TlvElement.UnsignedInt(OUR_FABRIC)),
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
            return reading != null
                    ? reading
                    : CompletableFuture.completedFuture(new ReportedData(Map.of(), List.of(), Map.of(), remembered));
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
            keptReboots = reboots;
        }

        @Override
        public void heard() {
            // That it was heard is for the node to know.
        }

        @Override
        public void endSession() {
            throw new AssertionError("nobody said good-bye");
        }

        @Override
        public void left() {
            departures++;
        }
    }
}
