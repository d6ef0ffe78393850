package org.lockcredentials.matter.securechannel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.exchange.Exchange;
import org.lockcredentials.matter.exchange.Received;
import org.lockcredentials.matter.exchange.TestNode;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.session.SessionParameters;
import org.lockcredentials.matter.udp.FakeNetwork;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.testing.Witness;

class CaseTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PROCESSING = Duration.ofSeconds(5);
    private static final long CONTROLLER = 1;
    private static final long LOCK = 0x12;

    private final ManualScheduler time = new ManualScheduler();
    private final FakeNetwork network = new FakeNetwork(time, 1);
    private final TestNode controller = new TestNode(network, time, 5540);
    private final TestNode lock = new TestNode(network, time, 5541);
    private final TestFabric fabric = new TestFabric();
    private final TestFabric.Member us = fabric.join(CONTROLLER);
    private final CaseResponder responder = new CaseResponder(lock, fabric.join(LOCK), CONTROLLER);
    private final PeerNode node = new PeerNode(us.compressedFabricId(), LOCK);
    private Case cases = cases();

    CaseTest() {
        lock.exchanges.handle(ProtocolId.SECURE_CHANNEL, responder);
    }

    /** As a process that was started anew has it. */
    private Case cases() {
        return new Case(controller.exchanges, new Resumptions(controller.store, time.executor()), controller.random);
    }

    private CompletableFuture<SecureSession> establish() {
        CompletableFuture<SecureSession> session = cases.establish(us, LOCK, lock.address(), SessionParameters.DEFAULT);
        session.whenComplete((done, failure) -> Witness.seen(done, failure));
        return session;
    }

    private SecureSession established() {
        CompletableFuture<SecureSession> session = establish();
        time.advanceUntilDone(session, LIMIT);
        return session.join();
    }

    private Kind failure(CompletableFuture<?> future) {
        time.advanceUntilDone(future, LIMIT);
        return ((ChannelException)
                        assertThrows(CompletionException.class, future::join).getCause())
                .kind();
    }

    /** A question in the session and its answer prove that both ends have the same keys. */
    private void speak(SecureSession session) {
        lock.exchanges.handle(ProtocolId.INTERACTION_MODEL, (exchange, first) -> {
            exchange.send(2, first.payload());
            exchange.close();
        });
        Exchange exchange = controller.exchanges.open(session, ProtocolId.INTERACTION_MODEL);
        CompletableFuture<Received> answer = exchange.request(1, new byte[] {42}, PROCESSING);
        time.advanceUntilDone(answer, LIMIT);
        assertArrayEquals(new byte[] {42}, answer.join().payload());
        exchange.close();
    }

    @Test
    void bothEndsHaveTheSameKeys() {
        SecureSession session = established();
        assertEquals(node, session.node().orElseThrow());
        assertSame(session, controller.sessions.find(node).orElseThrow());
        speak(session);
    }

    @Test
    void takesNoTimeButTheNetworks() {
        CompletableFuture<SecureSession> session = establish();
        time.advance(Duration.ofMillis(8));
        assertTrue(session.isDone());
        time.advance(LIMIT);
        assertEquals(5, network.log().size(), "three messages, a report, its acknowledgement");
    }

    @Test
    void aNodeThatIsSaidToSleepForAnHourIsGivenUpWithinAMinuteAndAHalf() {
        SessionParameters asleep = new SessionParameters(Duration.ofHours(1), Duration.ofHours(1), Duration.ZERO, 1);
        InetSocketAddress nowhere = network.port(5599).address();
        assertEquals(Kind.TIMEOUT, failure(cases.establish(us, LOCK, nowhere, asleep)));
        assertTrue(time.nanoTime() <= Duration.ofSeconds(90).toNanos());
    }

    @Test
    void aNodeThatIsSaidNeverToSleepIsNotAskedFiveTimesAtOnce() {
        SessionParameters hasty = new SessionParameters(Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);
        network.dropIf(sent -> time.nanoTime() < Duration.ofMillis(300).toNanos());
        CompletableFuture<SecureSession> session = cases.establish(us, LOCK, lock.address(), hasty);
        time.advanceUntilDone(session, LIMIT);
        speak(session.join());
    }

    @Test
    void anEarlierSessionIsResumed() {
        established();
        SecureSession second = established();
        speak(second);
        assertEquals(1, responder.resumed());
        speak(established());
        assertEquals(2, responder.resumed(), "each session may be resumed in turn");
    }

    @Test
    void anEarlierSessionIsResumedByAProcessThatWasStartedAnew() {
        established();
        time.settle();
        cases = cases();
        speak(established());
        assertEquals(1, responder.resumed());
    }

    @Test
    void aNodeThatForgotEverythingIsGivenCertificatesAgain() {
        SecureSession first = established();
        responder.forget();
        Exchange exchange = controller.exchanges.open(first, ProtocolId.INTERACTION_MODEL);
        assertEquals(Kind.TIMEOUT, failure(exchange.request(1, new byte[1], PROCESSING)));
        assertFalse(controller.sessions.find(node).isPresent());
        speak(established());
        assertEquals(0, responder.resumed());
    }

    @Test
    void aNodeThatCannotProveToHaveBeenThereIsNotBelieved() {
        established();
        responder.proveWrongly(1);
        assertEquals(Kind.UNTRUSTED, failure(establish()));
        speak(established());
        assertEquals(0, responder.resumed(), "the next attempt is from certificates");
    }

    @Test
    void aNodeWithoutACertificateIsNotBelieved() {
        lock.exchanges.handle(ProtocolId.SECURE_CHANNEL, new CaseResponder(lock, fabric.stranger(LOCK), CONTROLLER));
        assertEquals(Kind.UNTRUSTED, failure(establish()));
        time.advance(LIMIT);
        assertTrue(lock.sessions.all().isEmpty());
        assertTrue(controller.sessions.all().isEmpty());
    }

    @Test
    void aNodeWithAnothersCertificateIsNotBelieved() {
        TestFabric.Member other = fabric.join(0x13);
        CaseMember pretender = new PretendedId(other, LOCK);
        lock.exchanges.handle(ProtocolId.SECURE_CHANNEL, new CaseResponder(lock, pretender, CONTROLLER));
        assertEquals(Kind.UNTRUSTED, failure(establish()));
    }

    @Test
    void aNodeOfAnotherFabricSaysSo() {
        lock.exchanges.handle(
                ProtocolId.SECURE_CHANNEL, new CaseResponder(lock, new TestFabric().join(LOCK), CONTROLLER));
        assertEquals(Kind.NO_SHARED_ROOT, failure(establish()));
    }

    @Test
    void whoAsksMeanwhileGetsTheSameSession() {
        CompletableFuture<SecureSession> first = establish();
        CompletableFuture<SecureSession> second = establish();
        time.advanceUntilDone(second, LIMIT);
        assertSame(first.join(), second.join());
        assertEquals(1, responder.established().size());
    }

    @Test
    void aSilentNodeIsATimeout() {
        network.dropIf(sent -> true);
        assertEquals(Kind.TIMEOUT, failure(establish()));
    }

    @Test
    void aBusyNodeIsAskedAgain() {
        responder.busy(2);
        speak(established());
    }

    @Test
    void anAttemptThatCannotBeginAgainFailsAndIsForgotten() {
        responder.busy(1);
        CompletableFuture<SecureSession> session = establish();
        time.advance(Duration.ofMillis(100));
        assertFalse(session.isDone(), "waits for the node to have time");
        us.operationalIpk().wipe();
        assertEquals(Kind.CLOSED, failure(session));
        assertEquals(Kind.CLOSED, failure(establish()), "asks anew and does not wait for the one that failed");
        time.advance(LIMIT);
        assertEquals(0, time.pending());
    }

    @Test
    void whoGivesUpDoesSoForItselfOnly() {
        CompletableFuture<SecureSession> first = establish();
        CompletableFuture<SecureSession> second = establish();
        first.cancel(true);
        time.advanceUntilDone(second, LIMIT);
        speak(second.join());
        assertEquals(1, responder.established().size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEmptyIntermediateCertificateIsNone(boolean signed) {
        CaseResponder other = new CaseResponder(lock, fabric.join(LOCK).withEmptyIcac(), CONTROLLER);
        if (!signed) {
            other.signWithoutEmptyField();
        }
        lock.exchanges.handle(ProtocolId.SECURE_CHANNEL, other);
        speak(established());
    }

    @Test
    void closingAllEndsTheAttempt() {
        CompletableFuture<SecureSession> session = establish();
        time.advance(Duration.ofMillis(3));
        controller.exchanges.close();
        assertEquals(Kind.CLOSED, failure(session));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5, 7, 9, 300, 6000, 60_000})
    void closingAllAtAnyTimeLeavesNoTimerAndNoSession(int millis) {
        CompletableFuture<SecureSession> session = establish();
        time.advance(Duration.ofMillis(millis));
        controller.exchanges.close();
        lock.exchanges.close();
        time.settle();
        assertTrue(session.isDone());
        assertEquals(0, time.pending() - network.inTheAir());
        establish();
        assertEquals(0, controller.sessions.unsecured());
        assertEquals(0, time.pending() - network.inTheAir());
    }

    @Test
    void aStrangerWhoKnowsTheNumberOfAHandshakeDoesNotMoveTheNode() {
        network.dropIf(sent -> sent.from().equals(lock.address()));
        CompletableFuture<SecureSession> session = establish();
        time.advance(Duration.ofMillis(5));
        InetSocketAddress stranger = new TestNode(network, time, 6666).address();
        byte[] theirs = network.log().get(1).datagram();
        network.inject(theirs, stranger, controller.address());
        network.dropIf(sent -> false);
        time.advanceUntilDone(session, LIMIT);
        assertEquals(lock.address(), session.join().peer().address());
        assertTrue(network.log().stream().noneMatch(sent -> sent.to().equals(stranger)));
        speak(session.join());
    }

    @Test
    void aSessionThatTheNodeEndsIsGivenUpAtOnce() {
        SecureSession session = established();
        SecureChannel.over(controller.exchanges);
        Exchange exchange = controller.exchanges.open(session, ProtocolId.INTERACTION_MODEL);
        CompletableFuture<Received> next = exchange.next(PROCESSING);
        SecureChannel.over(lock.exchanges).close(lock.sessions.all().get(0));
        time.advance(Duration.ofMillis(5));
        assertFalse(session.isOpen());
        assertEquals(Kind.SESSION_CLOSED, failure(next));
    }

    @Test
    void aSessionThatWeEndIsGivenUpByTheNode() {
        established();
        SecureChannel.over(lock.exchanges);
        SecureChannel.over(controller.exchanges).closeAll();
        time.advance(Duration.ofMillis(5));
        assertTrue(lock.sessions.all().isEmpty());
        assertTrue(controller.sessions.all().isEmpty());
    }
}
