package org.lockcredentials.matter.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.basicinformation.BasicInformation;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.TestNode;
import org.lockcredentials.matter.interaction.EventData;
import org.lockcredentials.matter.interaction.InteractionClient;
import org.lockcredentials.matter.interaction.PretendedNode;
import org.lockcredentials.matter.interaction.ReportedData;
import org.lockcredentials.matter.interaction.Status;
import org.lockcredentials.matter.interaction.Subscription;
import org.lockcredentials.matter.interaction.SubscriptionListener;
import org.lockcredentials.matter.interaction.Subscriptions;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.udp.FakeNetwork;
import org.lockcredentials.testing.ManualScheduler;

/** A watch on a node that goes, stays away and comes back, over real exchanges on virtual time. */
class WatchedNodeTest {

    private static final PeerNode NODE = new PeerNode(7, 2);
    private static final Interest INTEREST = Interest.clusters(0x101);
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration SILENCE = Duration.ofSeconds(75);
    private static final long SHUT_DOWN = 1;
    private static final long START_UP = 0;

    private final ManualScheduler time = new ManualScheduler();
    private final FakeNetwork network = new FakeNetwork(time, 1);
    private final TestNode ours = new TestNode(network, time, 1);
    private final TestNode theirs = new TestNode(network, time, 2);
    private final PretendedNode node = new PretendedNode(theirs);
    private final Subscriptions subscriptions = Subscriptions.over(ours.exchanges);
    private final Site site = new Site();
    private final NodeWatch watch = new NodeWatch(ours.actor, site, NodeRecord.NONE);
    private boolean away;

    @BeforeEach
    void watched() {
        ours.sessions.onClose(session -> watch.sessionClosed());
        watch.start();
        time.advance(SOON);
        assertEquals(1, site.subscribed);
    }

    private void goes() {
        away = true;
        network.dropIf(sent -> true);
    }

    /** It knows its sessions no more. */
    private void comesBack() {
        away = false;
        network.dropIf(sent -> false);
        theirs.sessions.all().forEach(theirs.sessions::close);
    }

    private static EventData basic(long event, long number) {
        return new EventData(
                0,
                BasicInformation.CLUSTER,
                event,
                number,
                2,
                Optional.empty(),
                Optional.empty(),
                new TlvStructure(List.of()));
    }

    /** Seconds from one attempt to the next. */
    private List<Long> pauses() {
        List<Long> pauses = new ArrayList<>();
        for (int i = 1; i < site.attempts.size(); i++) {
            pauses.add((site.attempts.get(i) - site.attempts.get(i - 1)) / 1_000_000_000);
        }
        return pauses;
    }

    @Test
    void aNodeThatKeepsReportingIsAskedOnce() {
        for (int i = 0; i < 30; i++) {
            time.advance(Duration.ofMinutes(1));
            node.keepAlive();
            time.advance(SOON);
        }
        assertEquals(1, site.attempts.size());
    }

    @Test
    void aSilentNodeIsSubscribedToAnewWhenItsTimeIsOver() {
        long before = node.subscription();
        time.advance(SILENCE.plusSeconds(1));
        assertEquals(2, site.subscribed);
        CompletableFuture<Status> report = node.change(4);
        time.advance(SOON);
        assertEquals(Status.SUCCESS, report.join());
        assertTrue(node.subscription() != before);
        assertEquals(3, site.changes, "twice what it is like, once what changed");
    }

    @Test
    void aNodeThatStaysAwayIsAskedMoreAndMoreSeldomAndHeardWhenItIsBack() {
        goes();
        time.advance(Duration.ofHours(3));
        List<Long> pauses = pauses();
        assertEquals(
                List.of(10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L),
                pauses.subList(2, 10),
                "after the silence, and the session that led nowhere");
        comesBack();
        for (int i = 0; i < 610 && site.subscribed == 1; i++) {
            time.advance(Duration.ofSeconds(1));
        }
        assertEquals(2, site.subscribed);
        int attempts = site.attempts.size();
        for (int i = 0; i < 10; i++) {
            node.keepAlive();
            time.advance(Duration.ofMinutes(1));
        }
        assertEquals(attempts, site.attempts.size());
    }

    @Test
    void afterItWasBackTheNextPauseIsShortAgain() {
        goes();
        time.advance(Duration.ofHours(1));
        comesBack();
        time.advance(Duration.ofMinutes(11));
        int attempts = site.attempts.size();
        goes();
        theirs.sessions.all().forEach(ours.sessions::close);
        time.advance(SILENCE.plusSeconds(40));
        List<Long> later = pauses().subList(attempts, pauses().size());
        assertTrue(later.get(0) < 30, later::toString);
    }

    @Test
    void aNodeThatSaysGoodByeIsHeardSecondsAfterItIsBack() {
        CompletableFuture<Status> goodBye = node.happens(basic(SHUT_DOWN, 5));
        time.advance(SOON);
        assertEquals(Status.SUCCESS, goodBye.join(), "it may go");
        comesBack();
        time.advance(Duration.ofSeconds(8));
        assertEquals(2, site.subscribed);
    }

    @Test
    void aNodeThatSaysGoodByeAndStaysAwayAMinuteIsHeardWithinTheNext() {
        node.happens(basic(SHUT_DOWN, 5));
        time.advance(SOON);
        goes();
        time.advance(Duration.ofMinutes(1));
        comesBack();
        time.advance(Duration.ofMinutes(1));
        assertEquals(2, site.subscribed);
    }

    @Test
    void aGoodByeOfAnEarlierTimeIsNone() {
        node.primes(basic(SHUT_DOWN, 5), basic(START_UP, 6));
        time.advance(SILENCE.plusSeconds(1));
        assertEquals(2, site.subscribed);
        SecureSession session = site.session.orElseThrow();
        time.advance(Duration.ofSeconds(30));
        assertTrue(session.isOpen());
        assertEquals(2, site.attempts.size());
    }

    @Test
    void aNodeWithoutRoomIsAskedAgainInItsSession() {
        node.refuses = true;
        time.advance(SILENCE.plusSeconds(1));
        node.refuses = false;
        time.advance(Duration.ofSeconds(6));
        assertEquals(2, site.subscribed);
        assertEquals(1, site.sessions);
    }

    @Test
    void stoppingStopsEverything() {
        node.happens(basic(SHUT_DOWN, 5));
        time.advance(SOON);
        watch.stop();
        time.advance(Duration.ofSeconds(1));
        assertEquals(0, time.pending());
        assertEquals(1, site.attempts.size());
    }

    @Test
    void stoppingWhileItAsksLeavesNothingThatStands() {
        time.advance(SILENCE);
        network.dropIf(sent -> true);
        time.advance(Duration.ofSeconds(1));
        assertEquals(2, site.attempts.size());
        watch.stop();
        network.dropIf(sent -> false);
        time.advance(Duration.ofMinutes(1));
        assertEquals(0, time.pending());
        CompletableFuture<Status> report = node.change(4);
        time.advance(SOON);
        assertFalse(report.join().isSuccess());
    }

    /** A session when the node is there, and the subscription in it. */
    private final class Site implements NodeWatch.Line {

        private final List<Long> attempts = new ArrayList<>();
        private Optional<SecureSession> session = Optional.empty();
        private int sessions;
        private int subscribed;
        private int changes;

        @Override
        public CompletableFuture<Subscription> subscribe(Optional<Long> eventMin, SubscriptionListener listener) {
            attempts.add(time.nanoTime());
            session = session.filter(SecureSession::isOpen);
            if (session.isEmpty() && away) {
                return CompletableFuture.failedFuture(new ChannelException(ChannelException.Kind.TIMEOUT, "away"));
            }
            if (session.isEmpty()) {
                sessions++;
                session = Optional.of(TestNode.connect(ours, theirs));
            }
            InteractionClient client = InteractionClient.over(ours.exchanges, session.get());
            return subscriptions.subscribe(client, NODE, INTEREST.request(eventMin), listener);
        }

        @Override
        public CompletableFuture<ReportedData> readAllEvents() {
            return CompletableFuture.completedFuture(ReportedData.NOTHING);
        }

        @Override
        public void tell(Consumer<NodeListener> what) {
            what.accept(new NodeListener() {
                @Override
                public void changed(Attributes values) {
                    changes++;
                }

                @Override
                public void subscribed() {
                    subscribed++;
                }
            });
        }

        @Override
        public void keep(Optional<Long> lastEvent, Optional<Integer> reboots) {
            // What the next start needs to know is tried in NodeWatchTest.
        }

        @Override
        public void heard() {
            // That it was heard is for the node to know.
        }

        @Override
        public void left() {
            throw new AssertionError("it stays in the fabric");
        }

        @Override
        public void endSession() {
            session.ifPresent(ours.sessions::close);
        }
    }
}
