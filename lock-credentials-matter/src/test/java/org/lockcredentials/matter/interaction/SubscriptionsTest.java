package org.lockcredentials.matter.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.lockcredentials.matter.exchange.TestNode;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.udp.FakeNetwork;
import org.lockcredentials.testing.ManualScheduler;

/** A controller and a node that reports to it, on virtual time. */
class SubscriptionsTest {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration MAX_INTERVAL = Duration.ofMinutes(1);
    private static final Duration LATEST = MAX_INTERVAL.plusSeconds(15);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Status INVALID_SUBSCRIPTION = Status.of(Status.Code.INVALID_SUBSCRIPTION);
    private static final SubscribeRequest REQUEST =
            new SubscribeRequest(false, Duration.ZERO, MAX_INTERVAL, Wanted.attributes(PretendedNode.ATTRIBUTE));

    private final ManualScheduler time = new ManualScheduler();
    private final FakeNetwork network = new FakeNetwork(time, 1);
    private final TestNode ours = new TestNode(network, time, 1);
    private final TestNode theirs = new TestNode(network, time, 2);
    private final SecureSession session = TestNode.connect(ours, theirs);
    private final PretendedNode node = new PretendedNode(theirs);
    private final Subscriptions subscriptions = Subscriptions.over(ours.exchanges);

    private static final class Told implements SubscriptionListener {

        private final List<Long> values = new ArrayList<>();
        private int reports;
        private int silences;

        @Override
        public void reported(ReportedData data) {
            reports++;
            TlvElement value = data.attributes().get(new AttributeId(1, 0x101, 0));
            if (value instanceof TlvElement.UnsignedInt number) {
                values.add(number.value());
            }
        }

        @Override
        public void silent() {
            silences++;
        }
    }

    private CompletableFuture<Subscription> ask(Told told) {
        return subscriptions.subscribe(
                InteractionClient.over(ours.exchanges, session), new PeerNode(7, 2), REQUEST, told);
    }

    private Subscription subscribe(Told told) {
        CompletableFuture<Subscription> asked = ask(told);
        time.advanceUntilDone(asked, LIMIT);
        time.advance(SOON);
        return asked.join();
    }

    private Status answer(CompletableFuture<Status> report) {
        time.advanceUntilDone(report, LIMIT);
        time.advance(SOON);
        return report.join();
    }

    @Test
    void whatThingsAreLikeIsToldBeforeTheSubscriptionStands() {
        Told told = new Told();
        CompletableFuture<Subscription> asked = ask(told);
        List<Long> before = new ArrayList<>();
        asked.thenRun(() -> before.addAll(told.values));
        time.advanceUntilDone(asked, LIMIT);
        assertEquals(List.of(0L), before);
        assertEquals(MAX_INTERVAL, asked.join().maxInterval());
        assertEquals(REQUEST, node.asked.get(0));
    }

    @Test
    void changesAreToldAndAnswered() {
        Told told = new Told();
        subscribe(told);
        assertEquals(Status.SUCCESS, answer(node.change(5)));
        assertEquals(Status.SUCCESS, answer(node.change(6)));
        assertEquals(List.of(0L, 5L, 6L), told.values);
    }

    @Test
    void aNodeThatSaysThatItIsThereIsNotSilent() {
        Told told = new Told();
        subscribe(told);
        for (int i = 0; i < 20; i++) {
            time.advance(MAX_INTERVAL);
            assertEquals(Status.SUCCESS, answer(node.keepAlive()));
        }
        assertEquals(0, told.silences);
        assertEquals(21, told.reports);
        assertEquals(List.of(0L), told.values);
    }

    @Test
    void silenceIsNoticedOnceAndTheNodeIsToldSoWhenItComesBack() {
        Told told = new Told();
        subscribe(told);
        answer(node.change(5));
        time.advance(LATEST.minus(Duration.ofSeconds(1)));
        assertEquals(0, told.silences);
        time.advance(Duration.ofSeconds(2));
        assertEquals(1, told.silences);
        assertEquals(INVALID_SUBSCRIPTION, answer(node.change(6)));
        time.advance(LIMIT);
        assertEquals(1, told.silences);
        assertEquals(List.of(0L, 5L), told.values);
        assertEquals(0, time.pending());
    }

    @Test
    void aReportOfAnotherSubscriptionIsRefusedAndTellsNothing() {
        Told told = new Told();
        subscribe(told);
        assertEquals(INVALID_SUBSCRIPTION, answer(node.change(node.subscription() + 1)));
        assertEquals(List.of(0L), told.values);
        assertEquals(Status.SUCCESS, answer(node.change(1)), "the one that stands goes on");
    }

    @Test
    void theSubscriptionBeforeIsRefusedOnceThereIsAnother() {
        Told first = new Told();
        Told second = new Told();
        Subscription old = subscribe(first);
        long before = node.subscription();
        old.close();
        subscribe(second);
        assertEquals(INVALID_SUBSCRIPTION, answer(node.change(before)));
        assertEquals(Status.SUCCESS, answer(node.change(7)));
        assertEquals(List.of(0L), first.values);
        assertEquals(List.of(0L, 7L), second.values);
        time.advance(LATEST.multipliedBy(2));
        assertEquals(0, first.silences, "who closed it does not wait for it");
        assertEquals(1, second.silences);
    }

    @Test
    void aNodeThatForgotAndGivesTheSameNumberAgainIsHeard() {
        Told first = new Told();
        Told second = new Told();
        subscribe(first);
        node.numberedAs(node);
        subscribe(second);
        assertEquals(Status.SUCCESS, answer(node.change(7)));
        assertEquals(List.of(0L, 7L), second.values);
        assertEquals(List.of(0L), first.values);
        time.advance(Duration.ofSeconds(30));
        answer(node.keepAlive());
        time.advance(LATEST.minusSeconds(1));
        assertEquals(0, second.silences, "the first one's time does not end the second");
    }

    @Test
    void theNumberOfAnotherNodeIsNotOurs() {
        Told told = new Told();
        subscribe(told);
        TestNode elsewhere = new TestNode(network, time, 3);
        PretendedNode other = new PretendedNode(elsewhere);
        SecureSession withOther = TestNode.connect(ours, elsewhere, 9);
        CompletableFuture<Subscription> asked = subscriptions.subscribe(
                InteractionClient.over(ours.exchanges, withOther), new PeerNode(7, 9), REQUEST, new Told());
        time.advanceUntilDone(asked, LIMIT);
        time.advance(SOON);
        assertEquals(node.subscription(), other.subscription());
        asked.join().close();
        assertEquals(INVALID_SUBSCRIPTION, answer(other.change(3)));
        assertEquals(Status.SUCCESS, answer(node.change(4)));
        assertEquals(List.of(0L, 4L), told.values);
    }

    @Test
    void aReportThatOvertakesTheTermsIsTakenOnceTheyAreThere() {
        Told told = new Told();
        CompletableFuture<Subscription> asked = ask(told);
        network.dropIf(sent -> isTerms(sent, told));
        time.advance(SOON);
        assertFalse(asked.isDone());
        assertEquals(List.of(0L), told.values);
        network.dropIf(sent -> false);
        assertEquals(Status.SUCCESS, answer(node.change(5)));
        assertTrue(asked.isDone());
        assertEquals(List.of(0L, 5L), told.values);
    }

    /** All that the node sends once it has told what things are like. */
    private boolean isTerms(FakeNetwork.Sent sent, Told told) {
        return sent.from().equals(theirs.address()) && !told.values.isEmpty();
    }

    @Test
    void aReportWhileASubscriptionFailsIsRefused() {
        subscribe(new Told()).close();
        node.refuses = true;
        CompletableFuture<Subscription> asked = ask(new Told());
        CompletableFuture<Status> report = node.change(5);
        assertEquals(INVALID_SUBSCRIPTION, answer(report));
        assertTrue(asked.isCompletedExceptionally());
    }

    @Test
    void aReportThatBreaksOffTellsNothingAndLeavesNothing() {
        Told told = new Told();
        Subscription subscription = subscribe(told);
        node.breaksOff();
        time.advance(Duration.ofSeconds(40));
        assertEquals(List.of(0L), told.values);
        subscription.close();
        time.advance(LIMIT);
        assertEquals(0, time.pending());
    }

    @Test
    void aRefusalIsToldAndNothingStands() {
        node.refuses = true;
        CompletableFuture<Subscription> asked = ask(new Told());
        time.advanceUntilDone(asked, LIMIT);
        assertEquals(
                InteractionException.class,
                assertThrows(CompletionException.class, asked::join).getCause().getClass());
        time.advance(LIMIT);
        assertEquals(0, time.pending());
    }

    @Test
    void closingStopsEverything() {
        Told told = new Told();
        subscribe(told).close();
        time.advance(LIMIT);
        assertEquals(0, time.pending());
        assertEquals(0, told.silences);
        assertEquals(INVALID_SUBSCRIPTION, answer(node.change(5)));
        assertEquals(List.of(0L), told.values);
    }
}
