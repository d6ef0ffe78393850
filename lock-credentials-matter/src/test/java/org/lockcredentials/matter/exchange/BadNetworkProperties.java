package org.lockcredentials.matter.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.udp.FakeNetwork;
import org.lockcredentials.testing.ManualScheduler;

/** Two ends that lose a fifth of what they say, hear some of it twice, and in any order. */
class BadNetworkProperties {

    private static final ProtocolId IM = ProtocolId.INTERACTION_MODEL;
    private static final Duration PROCESSING = Duration.ofSeconds(5);
    private static final int QUESTIONS = 25;

    @Property(tries = 300)
    void everyExchangeEndsOnceAndNothingIsDoneTwice(@ForAll long seed) {
        ManualScheduler time = new ManualScheduler();
        FakeNetwork network = new FakeNetwork(time, seed);
        network.bad(0.2, 0.2, Duration.ofMillis(600));
        TestNode ours = new TestNode(network, time, 1);
        TestNode theirs = new TestNode(network, time, 2);
        SecureSession session = TestNode.connect(ours, theirs);
        Map<Integer, Integer> done = new HashMap<>();
        theirs.exchanges.handle(IM, (exchange, first) -> {
            if (first.opcode() != 1) {
                // The last message of an exchange that was given up here: whoever waited for it is gone.
                exchange.close();
                return;
            }
            done.merge((int) first.payload()[0], 1, Integer::sum);
            exchange.request(2, first.payload(), PROCESSING).whenComplete((second, failure) -> exchange.close());
        });
        List<Integer> ends = new ArrayList<>();
        List<CompletableFuture<Received>> answers = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            int number = i;
            time.schedule(
                    Duration.ofMillis(200L * i),
                    () -> ours.actor.execute(() -> {
                        Exchange exchange = ours.exchanges.open(session, IM);
                        CompletableFuture<Received> answer =
                                exchange.request(1, new byte[] {(byte) number}, PROCESSING);
                        answers.add(answer);
                        answer.whenComplete((received, failure) -> {
                            ends.add(number);
                            if (failure == null) {
                                exchange.send(3);
                            }
                            exchange.close();
                        });
                    }));
        }
        time.advance(Duration.ofMinutes(5));
        assertEquals(QUESTIONS, ends.size());
        assertEquals(QUESTIONS, ends.stream().distinct().count());
        assertTrue(done.values().stream().allMatch(times -> times == 1), "done once: " + done);
        for (int i = 0; i < QUESTIONS; i++) {
            checkEnd(i, answers.get(i), done);
        }
        assertEquals(0, ours.exchanges.size());
        assertEquals(0, theirs.exchanges.size());
        assertEquals(0, time.pending());
    }

    private static void checkEnd(int number, CompletableFuture<Received> answer, Map<Integer, Integer> done) {
        answer.handle((received, failure) -> {
                    if (failure == null) {
                        assertEquals(2, received.opcode());
                        assertEquals(number, received.payload()[0]);
                        assertTrue(done.containsKey(number));
                    } else {
                        Kind kind = ((ChannelException) failure).kind();
                        assertTrue(kind == Kind.TIMEOUT || kind == Kind.SESSION_CLOSED, "ends as " + kind);
                    }
                    return received;
                })
                .join();
    }
}
