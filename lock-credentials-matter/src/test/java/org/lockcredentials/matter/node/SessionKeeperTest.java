package org.lockcredentials.matter.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lockcredentials.matter.discovery.SessionIntervals;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.session.SecureSession;

class SessionKeeperTest {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final LockOnNetwork bench = new LockOnNetwork();

    private SessionKeeper keeper(InetSocketAddress known) {
        return new SessionKeeper(bench.site, bench.node, Optional.of(known));
    }

    @Test
    void theLockIsAskedFirstWhereItWasHeardLast() {
        SecureSession session = bench.outcome(keeper(bench.lock.address()).session(), LIMIT);
        assertEquals(bench.lock.address(), session.peer().address());
        assertEquals(0, bench.discovery.asked);
    }

    @ParameterizedTest
    @EnumSource
    void theLockIsFoundWhateverComesFromItsOldAddress(Answering old) {
        SessionKeeper keeper = keeper(old.place(bench));
        bench.discovery.addresses = List.of(bench.lock.address());
        SecureSession session = bench.outcome(keeper.session(), LIMIT);
        assertEquals(bench.lock.address(), session.peer().address());
        assertEquals(Optional.of(bench.lock.address()), keeper.address());
    }

    @ParameterizedTest
    @EnumSource
    void eachAddressThatDiscoveryTellsIsTriedWhateverComesFromTheOthers(Answering other) {
        bench.discovery.addresses = List.of(other.place(bench), bench.nowhere(1), bench.lock.address());
        SecureSession session =
                bench.outcome(new SessionKeeper(bench.site, bench.node, Optional.empty()).session(), LIMIT);
        assertEquals(bench.lock.address(), session.peer().address());
        assertEquals(0, bench.discovery.forgotten);
    }

    @ParameterizedTest
    @EnumSource
    void whereNobodyKnowsTheLockItFailsAsTheOldAddressAnswered(Answering old) {
        assertEquals(old.kind, bench.failure(keeper(old.place(bench)).session(), LIMIT));
    }

    @ParameterizedTest
    @EnumSource
    void whereNoAddressIsTheLocksDiscoveryForgetsThem(Answering other) {
        bench.discovery.addresses = List.of(bench.nowhere(1), other.place(bench));
        assertEquals(other.kind, bench.failure(keeper(bench.nowhere(2)).session(), LIMIT), "as the last one answered");
        assertEquals(1, bench.discovery.forgotten);
    }

    @Test
    void allWhoAskMeanwhileShareOneAttempt() {
        SessionKeeper keeper = keeper(bench.nowhere(0));
        bench.discovery.addresses = List.of(bench.lock.address());
        CompletableFuture<SecureSession> first = keeper.session();
        bench.time.advance(Duration.ofSeconds(3));
        CompletableFuture<SecureSession> second = keeper.session();
        assertSame(bench.outcome(first, LIMIT), bench.outcome(second, LIMIT));
        assertEquals(1, bench.responder.established().size());
        assertSame(first.join(), keeper.session().join(), "the one that there is");
    }

    @Test
    void whoAsksAfterAFailureBeginsAnew() {
        SessionKeeper keeper = keeper(bench.nowhere(0));
        assertEquals(Kind.TIMEOUT, bench.failure(keeper.session(), LIMIT));
        bench.discovery.addresses = List.of(bench.lock.address());
        assertEquals(
                bench.lock.address(),
                bench.outcome(keeper.session(), LIMIT).peer().address());
    }

    @Test
    void noMoreThanEightAddressesAreTried() {
        List<InetSocketAddress> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(bench.nowhere(i));
        }
        bench.discovery.addresses = many;
        SessionKeeper keeper = new SessionKeeper(bench.site, bench.node, Optional.empty());
        assertEquals(Kind.TIMEOUT, bench.failure(keeper.session(), LIMIT));
        assertEquals(many.subList(0, 8), bench.spokenTo(many));
    }

    @Test
    void itIsOverInTwoMinutesHoweverLongTheLockIsSaidToSleep() {
        Optional<Duration> anHour = Optional.of(Duration.ofHours(1));
        bench.discovery.intervals = new SessionIntervals(anHour, anHour, Optional.empty());
        List<InetSocketAddress> silent = List.of(bench.nowhere(1), bench.nowhere(2), bench.nowhere(3));
        bench.discovery.addresses = silent;
        assertEquals(Kind.TIMEOUT, bench.failure(keeper(bench.nowhere(0)).session(), SessionSearch.LONGEST));
        assertEquals(SessionSearch.LONGEST.toNanos(), bench.time.nanoTime());
        bench.time.advance(Duration.ofHours(1));
        assertEquals(silent.subList(0, 2), bench.spokenTo(silent), "nobody is spoken to afterwards");
    }

    @Test
    void nothingIsLookedForOnceAllIsClosed() {
        bench.controller.exchanges.close();
        bench.discovery.addresses = List.of(bench.lock.address());
        assertEquals(Kind.CLOSED, bench.failure(keeper(bench.lock.address()).session(), LIMIT));
        assertEquals(0, bench.discovery.asked);
    }

    @Test
    void aListenerHearsOfNoDepartureFromSomebodyAtTheOldAddress() {
        bench.records.writeNow(bench.node, NodeRecord.NONE.at(Answering.NO_SHARED_ROOT.place(bench)));
        MatterNode node = new MatterNode(bench.site, LockOnNetwork.LOCK, Interest.clusters(0x101));
        boolean[] left = new boolean[1];
        node.listen(new NodeListener() {
            @Override
            public void left() {
                left[0] = true;
            }
        });
        CompletableFuture<?> answer = node.read(List.of());
        bench.time.advance(LIMIT);
        bench.host.drain();
        assertTrue(answer.isCompletedExceptionally());
        assertFalse(left[0]);
    }
}
