package org.lockcredentials.matter.securechannel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.exchange.Exchange;
import org.lockcredentials.matter.exchange.Received;
import org.lockcredentials.matter.exchange.TestNode;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.session.SessionParameters;
import org.lockcredentials.matter.udp.FakeNetwork;
import org.lockcredentials.testing.ManualScheduler;

/** Handshakes of two ends that lose a fifth of what they say, hear some of it twice, and in any order. */
class BadNetworkHandshakeProperties {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration PROCESSING = Duration.ofSeconds(5);

    private final ManualScheduler time = new ManualScheduler();

    private FakeNetwork badNetwork(long seed) {
        FakeNetwork network = new FakeNetwork(time, seed);
        network.bad(0.2, 0.2, Duration.ofMillis(400));
        return network;
    }

    @Property(tries = 60)
    void paseEndsOnceAndTheSessionIsGoodOnceItIsThere(@ForAll long seed) {
        FakeNetwork network = badNetwork(seed);
        TestNode controller = new TestNode(network, time, 1);
        TestNode lock = new TestNode(network, time, 2);
        lock.exchanges.handle(ProtocolId.SECURE_CHANNEL, new PaseResponder(lock, Secret.of("20202021"), session -> {}));
        Pase pase = new Pase(controller.exchanges, time.executor(), controller.random);
        check(
                pase.establish(lock.address(), SessionParameters.DEFAULT, Secret.of("20202021")),
                network,
                controller,
                lock);
    }

    @Property(tries = 60)
    void caseEndsOnceAndTheSessionIsGoodOnceItIsThere(@ForAll long seed) {
        FakeNetwork network = badNetwork(seed);
        TestNode controller = new TestNode(network, time, 1);
        TestNode lock = new TestNode(network, time, 2);
        TestFabric fabric = new TestFabric();
        CaseMember us = fabric.join(1);
        lock.exchanges.handle(ProtocolId.SECURE_CHANNEL, new CaseResponder(lock, fabric.join(2), 1));
        Case cases =
                new Case(controller.exchanges, new Resumptions(controller.store, time.executor()), controller.random);
        for (int round = 0; round < 3; round++) {
            check(cases.establish(us, 2, lock.address(), SessionParameters.DEFAULT), network, controller, lock);
            network.bad(0.2, 0.2, Duration.ofMillis(400));
        }
    }

    private void check(
            CompletableFuture<SecureSession> session, FakeNetwork network, TestNode controller, TestNode lock) {
        AtomicInteger ends = new AtomicInteger();
        session.whenComplete((done, failure) -> ends.incrementAndGet());
        time.advance(LIMIT);
        assertEquals(1, ends.get());
        if (session.isCompletedExceptionally()) {
            Kind kind = session.handle((done, failure) -> ((ChannelException) unwrapped(failure)).kind())
                    .join();
            // A refusal is the node's answer when a message of ours came too late for it.
            assertTrue(kind == Kind.TIMEOUT || kind == Kind.REFUSED, kind.toString());
            return;
        }
        network.bad(0, 0, Duration.ZERO);
        if (!lock.sessions.all().isEmpty()) {
            speak(session.join(), controller, lock);
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    private void speak(SecureSession session, TestNode controller, TestNode lock) {
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
}
