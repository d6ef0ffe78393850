package org.lockcredentials.matter.securechannel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.exchange.TestNode;
import org.lockcredentials.matter.message.Dropped;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.session.SessionParameters;
import org.lockcredentials.matter.udp.FakeNetwork;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.testing.Witness;

class PaseTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ManualScheduler time = new ManualScheduler();
    private final FakeNetwork network = new FakeNetwork(time, 1);
    private final TestNode controller = new TestNode(network, time, 5540);
    private final TestNode lock = new TestNode(network, time, 5541);
    private final List<SecureSession> atLock = new ArrayList<>();
    private final PaseResponder responder = new PaseResponder(lock, Secret.of("20202021"), atLock::add);

    PaseTest() {
        lock.exchanges.handle(ProtocolId.SECURE_CHANNEL, responder);
    }

    private CompletableFuture<SecureSession> establish(String passcode) {
        CompletableFuture<SecureSession> session = new Pase(controller.exchanges, time.executor(), controller.random)
                .establish(lock.address(), SessionParameters.DEFAULT, Secret.of(passcode));
        session.whenComplete((done, failure) -> Witness.seen(done, failure));
        return session;
    }

    private Kind failure(CompletableFuture<?> future) {
        time.advanceUntilDone(future, LIMIT);
        return ((ChannelException)
                        assertThrows(CompletionException.class, future::join).getCause())
                .kind();
    }

    @Test
    void bothEndsHaveTheSameKeys() {
        CompletableFuture<SecureSession> session = establish("20202021");
        time.advanceUntilDone(session, LIMIT);
        assertArrayEquals(
                session.join().attestationChallenge().use(byte[]::clone),
                atLock.get(0).attestationChallenge().use(byte[]::clone));
    }

    @Test
    void takesNoTimeButTheNetworks() {
        CompletableFuture<SecureSession> session = establish("20202021");
        time.advance(Duration.ofMillis(20));
        assertTrue(session.isDone(), "six messages of two milliseconds");
        time.advance(LIMIT);
        // Two requests, two answers, a proof, a report and the acknowledgement of the report.
        assertEquals(7, network.log().size());
    }

    @Test
    void aWrongPasscodeIsSaidToBeOne() {
        assertEquals(Kind.WRONG_PASSCODE, failure(establish("20202022")));
        time.advance(LIMIT);
        assertTrue(atLock.isEmpty());
        assertTrue(controller.sessions.all().isEmpty());
    }

    @Test
    void aSilentNodeIsATimeout() {
        network.dropIf(sent -> true);
        assertEquals(Kind.TIMEOUT, failure(establish("20202021")));
        assertEquals(5, network.log().size());
    }

    @Test
    void aBusyNodeIsAskedAgainWhenItSaidSo() {
        responder.busy(2);
        CompletableFuture<SecureSession> session = establish("20202021");
        time.advance(Duration.ofMillis(900));
        assertFalse(session.isDone());
        time.advance(Duration.ofMillis(200));
        assertTrue(session.isDone());
        assertEquals(1, atLock.size());
    }

    @Test
    void aNodeThatIsAlwaysBusyIsReportedAsSuch() {
        responder.busy(100);
        assertEquals(Kind.BUSY, failure(establish("20202021")));
    }

    @Test
    void ourOwnMessageThatComesBackChangesNothing() {
        CompletableFuture<SecureSession> session = establish("20202021");
        time.settle();
        FakeNetwork.Sent ours = network.log().get(0);
        network.inject(ours.datagram(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 9), ours.from());
        time.advanceUntilDone(session, LIMIT);
        assertEquals(lock.address(), session.join().peer().address());
        assertEquals(1, controller.exchanges.drops().of(Dropped.UNKNOWN_SESSION));
    }

    @Test
    void closingEndsTheWaitForABusyNode() {
        responder.busy(100);
        CompletableFuture<SecureSession> session = establish("20202021");
        time.advance(Duration.ofMillis(100));
        assertFalse(session.isDone());
        controller.exchanges.close();
        assertTrue(session.isDone());
        assertEquals(Kind.CLOSED, failure(session));
        lock.exchanges.close();
        assertEquals(0, time.pending(), "nothing is left to be run");
    }
}
