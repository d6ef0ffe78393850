package org.lockcredentials.matter.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.udp.FakeNetwork;
import org.lockcredentials.testing.ManualScheduler;

/** More questions than a node is to be asked at a time, section 4.10.5.2. */
class TurnsTest {

    private static final ProtocolId IM = ProtocolId.INTERACTION_MODEL;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofMillis(10);

    private final ManualScheduler time = new ManualScheduler();
    private final FakeNetwork network = new FakeNetwork(time, 1);
    private final TestNode ours = new TestNode(network, time, 1);
    private final TestNode theirs = new TestNode(network, time, 2);
    private final SecureSession session = TestNode.connect(ours, theirs);
    private final Queue<Exchange> open = new ArrayDeque<>();
    private final List<Integer> asked = new ArrayList<>();

    @BeforeEach
    void questionsAreAnsweredWhenTheTestSaysSo() {
        theirs.exchanges.handle(IM, (exchange, first) -> {
            open.add(exchange);
            asked.add((int) first.payload()[0]);
        });
    }

    private List<CompletableFuture<Received>> ask(int count) {
        return IntStream.range(0, count).mapToObj(this::askOne).toList();
    }

    private CompletableFuture<Received> askOne(int number) {
        Exchange exchange = ours.exchanges.open(session, IM);
        CompletableFuture<Received> answer = exchange.request(8, new byte[] {(byte) number}, Duration.ofSeconds(5));
        answer.whenComplete((received, failure) -> exchange.close());
        return answer;
    }

    private void answerOne() {
        Exchange exchange = open.remove();
        exchange.send(9, (byte) 1);
        exchange.close();
        time.advance(SOON);
    }

    private static Kind failure(CompletableFuture<?> future) {
        assertTrue(future.isDone());
        return ((ChannelException)
                        assertThrows(CompletionException.class, future::join).getCause())
                .kind();
    }

    @Test
    void ofEightQuestionsFiveAreOnTheirWayAndAllAreAnsweredInTheirOrder() {
        List<CompletableFuture<Received>> answers = ask(8);
        time.advance(SOON);
        assertEquals(List.of(0, 1, 2, 3, 4), asked);
        int most = 0;
        while (!open.isEmpty()) {
            most = Math.max(most, open.size());
            answerOne();
        }
        assertEquals(Turns.MOST_GOING_ON, most);
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), asked);
        answers.forEach(answer -> assertEquals(9, answer.join().opcode()));
        time.advance(LIMIT);
        assertEquals(0, ours.exchanges.size());
        assertEquals(0, time.pending());
    }

    @Test
    void aQuestionThatIsNeverAnsweredGivesItsPlaceAway() {
        List<CompletableFuture<Received>> answers = ask(6);
        time.advance(SOON);
        assertEquals(5, asked.size());
        time.advanceUntilDone(answers.get(0), LIMIT);
        assertEquals(Kind.TIMEOUT, failure(answers.get(0)));
        time.advance(SOON);
        assertEquals(List.of(0, 1, 2, 3, 4, 5), asked);
        assertFalse(answers.get(5).isDone(), "its time begins with its turn");
        while (open.size() > 1) {
            open.remove();
        }
        answerOne();
        assertEquals(9, answers.get(5).join().opcode());
    }

    @Test
    void closingFailsThoseThatWaitToo() {
        List<CompletableFuture<Received>> answers = ask(7);
        time.advance(SOON);
        ours.exchanges.close().join();
        answers.forEach(answer -> assertEquals(Kind.CLOSED, failure(answer)));
        time.advance(LIMIT);
        assertEquals(5, asked.size());
        assertEquals(0, ours.exchanges.size());
        assertEquals(0, time.pending());
    }

    @Test
    void whatWaitedWhenTheSessionEndedIsKnownNotToHaveBeenSent() {
        List<CompletableFuture<Received>> answers = ask(7);
        time.advance(SOON);
        ours.sessions.close(session);
        answers.subList(0, 5).forEach(answer -> assertEquals(Kind.SESSION_CLOSED, failure(answer)));
        answers.subList(5, 7).forEach(answer -> assertEquals(Kind.UNSENT, failure(answer)));
        time.advance(LIMIT);
        assertEquals(5, asked.size());
        assertEquals(0, ours.exchanges.size());
    }

    @Test
    void thoseWhoWaitForASilentNodeAreKnownNotToHaveBeenHeard() {
        network.dropIf(sent -> sent.from().equals(ours.address()));
        List<CompletableFuture<Received>> answers = ask(6);
        time.advance(LIMIT);
        assertEquals(Kind.UNSENT, failure(answers.get(5)));
        assertEquals(0, ours.exchanges.size());
        assertFalse(session.isOpen());
    }

    @Test
    void moreThanCanWaitIsRefusedAtOnce() {
        List<CompletableFuture<Received>> answers = ask(Turns.MOST_GOING_ON + Turns.MOST_WAITING + 1);
        assertEquals(Kind.BUSY, failure(answers.get(answers.size() - 1)));
        time.advance(SOON);
        for (int i = 0; i < answers.size() - 1; i++) {
            answerOne();
        }
        answers.subList(0, answers.size() - 1)
                .forEach(answer -> assertEquals(9, answer.join().opcode()));
    }

    @Test
    void anExchangeThatIsClosedBeforeItsTurnWaitsNoMore() {
        ask(5);
        Exchange sixth = ours.exchanges.open(session, IM);
        sixth.close();
        CompletableFuture<Received> seventh = askOne(7);
        time.advance(SOON);
        answerOne();
        assertEquals(List.of(0, 1, 2, 3, 4, 7), asked);
        assertFalse(seventh.isDone());
    }

    @Test
    void theLastWordInASessionWaitsForNothing() {
        List<Integer> said = new ArrayList<>();
        theirs.exchanges.handle(ProtocolId.SECURE_CHANNEL, (exchange, first) -> said.add(first.opcode()));
        ask(5);
        ours.exchanges.say(session, ProtocolId.SECURE_CHANNEL, 0x40, (byte) 1);
        time.advance(SOON);
        assertEquals(List.of(0x40), said);
    }

    @Test
    void sessionsDoNotWaitForEachOther() {
        ask(6);
        SecureSession other = TestNode.connect(ours, theirs);
        Exchange exchange = ours.exchanges.open(other, IM);
        exchange.request(8, new byte[] {42}, Duration.ofSeconds(5));
        time.advance(SOON);
        assertEquals(List.of(0, 1, 2, 3, 4, 42), asked);
    }
}
