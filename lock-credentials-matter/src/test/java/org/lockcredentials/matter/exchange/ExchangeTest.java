package org.lockcredentials.matter.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.message.Dropped;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.udp.FakeNetwork;
import org.lockcredentials.testing.ManualScheduler;

class ExchangeTest {

    private static final ProtocolId IM = ProtocolId.INTERACTION_MODEL;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PROCESSING = Duration.ofSeconds(5);

    private final ManualScheduler time = new ManualScheduler();
    private final FakeNetwork network = new FakeNetwork(time, 1);
    private final TestNode ours = new TestNode(network, time, 1);
    private final TestNode theirs = new TestNode(network, time, 2);
    private final SecureSession session = TestNode.connect(ours, theirs);
    private final List<Received> atTheirs = new ArrayList<>();

    /** Answers with what was asked, after a while. */
    private void echo(Duration after) {
        theirs.exchanges.handle(IM, (exchange, first) -> {
            atTheirs.add(first);
            theirs.actor.after(after, () -> {
                exchange.send(first.opcode() + 1, first.payload());
                exchange.close();
            });
        });
    }

    private CompletableFuture<Received> ask(int... payload) {
        byte[] bytes = new byte[payload.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) payload[i];
        }
        Exchange exchange = ours.exchanges.open(session, IM);
        CompletableFuture<Received> answer = exchange.request(8, bytes, PROCESSING);
        answer.whenComplete((received, failure) -> exchange.close());
        return answer;
    }

    private static Kind failure(CompletableFuture<?> future) {
        assertTrue(future.isDone());
        return ((ChannelException)
                        assertThrows(CompletionException.class, future::join).getCause())
                .kind();
    }

    @Test
    void inTheGoodCaseThreeDatagramsAndNoTimer() {
        echo(Duration.ZERO);
        CompletableFuture<Received> answer = ask(1, 2, 3);
        time.advance(Duration.ofMillis(4));
        assertEquals(9, answer.join().opcode());
        assertArrayEquals(new byte[] {1, 2, 3}, answer.join().payload());
        time.advance(LIMIT);
        assertEquals(
                3, network.log().size(), "the question, the answer with its acknowledgement, the last acknowledgement");
        assertEquals(0, time.pending());
        assertEquals(0, ours.exchanges.size());
        assertEquals(0, theirs.exchanges.size());
    }

    @Test
    void aSlowAnswerIsAcknowledgedForAfter200Milliseconds() {
        echo(Duration.ofSeconds(3));
        CompletableFuture<Received> answer = ask(1);
        time.advance(Duration.ofMillis(201));
        assertEquals(1, network.log().size());
        time.advance(Duration.ofMillis(2));
        assertEquals(2, network.log().size());
        time.advance(Duration.ofMillis(2805));
        assertEquals(9, answer.join().opcode());
        assertEquals(4, network.log().size(), "nothing was sent twice");
    }

    @Test
    void anAnswerThatNothingFollowsIsAcknowledgedAfter200Milliseconds() {
        echo(Duration.ZERO);
        Exchange exchange = ours.exchanges.open(session, IM);
        CompletableFuture<Received> answer = exchange.request(8, new byte[] {1}, PROCESSING);
        time.advance(Duration.ofMillis(4));
        assertEquals(9, answer.join().opcode());
        time.advance(Duration.ofMillis(197));
        assertEquals(2, network.log().size());
        time.advance(Duration.ofMillis(4));
        assertEquals(3, network.log().size());
        time.advance(LIMIT);
        assertEquals(3, network.log().size(), "the answer is not sent again");
        assertEquals(0, theirs.exchanges.size());
    }

    @Test
    void noTimerIsSetForWhatIsAcknowledgedAtOnce() {
        List<Integer> timers = new ArrayList<>();
        theirs.exchanges.handle(IM, (exchange, first) -> {
            timers.add(time.pending());
            exchange.send(first.opcode() + 1, first.payload());
            exchange.close();
        });
        ask(1).whenComplete((answer, failure) -> timers.add(time.pending()));
        time.advance(Duration.ofMillis(4));
        assertEquals(List.of(1, 1), timers, "each time that of the message which is not known to have arrived");
    }

    @Test
    void whatIsLostIsSentAgainAndTakenOnce() {
        echo(Duration.ZERO);
        network.dropIf(sent -> network.log().size() <= 3);
        CompletableFuture<Received> answer = ask(1);
        time.advanceUntilDone(answer, LIMIT);
        assertEquals(9, answer.join().opcode());
        time.advance(LIMIT);
        assertEquals(1, atTheirs.size());
    }

    @Test
    void aQuestionIsAnsweredOnceThoughTheAnswerAndItsAcknowledgementsAreLost() {
        echo(Duration.ZERO);
        network.dropIf(
                sent -> sent.from().equals(theirs.address()) && network.log().size() < 6);
        CompletableFuture<Received> answer = ask(1);
        time.advanceUntilDone(answer, LIMIT);
        assertEquals(9, answer.join().opcode());
        assertEquals(1, atTheirs.size());
        assertTrue(theirs.exchanges.drops().of(Dropped.REPLAYED) > 0);
    }

    /** Section 4.12.2.1: five transmissions, by the idle interval of 500 ms, the growth of 1.6 after the second, up to a quarter of jitter. */
    @Test
    void aSilentNodeIsGivenUpAfterFiveTransmissions() {
        network.dropIf(sent -> true);
        List<Long> at = new ArrayList<>();
        CompletableFuture<Received> answer = ask(1);
        for (int ms = 0; ms < 20_000; ms++) {
            if (network.log().size() > at.size()) {
                at.add((long) ms);
            }
            time.advance(Duration.ofMillis(1));
        }
        assertEquals(Kind.TIMEOUT, failure(answer));
        assertEquals(5, at.size());
        double[] factor = {1, 1, 1.6, 2.56};
        for (int i = 0; i < factor.length; i++) {
            double waited = at.get(i + 1) - at.get(i);
            double least = 500 * 1.1 * factor[i];
            assertTrue(waited >= least - 2 && waited <= least * 1.25 + 2, "waited " + waited + " ms at " + i);
        }
    }

    @Test
    void anActiveNodeIsAskedAgainSooner() {
        echo(Duration.ZERO);
        time.advanceUntilDone(ask(1), LIMIT);
        time.advance(Duration.ofSeconds(1));
        network.dropIf(sent -> true);
        int before = network.log().size();
        ask(2);
        time.advance(Duration.ofMillis(420));
        assertEquals(before + 2, network.log().size(), "330 to 412 ms by the active interval");
    }

    @Test
    void anAcknowledgedQuestionThatIsNeverAnsweredEndsToo() {
        theirs.exchanges.handle(IM, (exchange, first) -> atTheirs.add(first));
        CompletableFuture<Received> answer = ask(1);
        time.advance(Duration.ofSeconds(6));
        assertFalse(answer.isDone());
        time.advance(Duration.ofSeconds(30));
        assertEquals(Kind.TIMEOUT, failure(answer));
        assertTrue(session.isOpen(), "the node is there");
    }

    @Test
    void whatBreaksDownInTakingAnExchangeLeavesNoneBehind() {
        theirs.exchanges.handle(IM, (exchange, first) -> {
            throw new IllegalStateException("a defect of whoever takes it");
        });
        CompletableFuture<Received> answer = ask(1);
        time.advance(Duration.ofMinutes(1));
        assertEquals(Kind.TIMEOUT, failure(answer));
        assertEquals(0, theirs.exchanges.size());
    }

    @Test
    void aNodeThatForgotTheSessionGivesNoAnswerAndTheSessionIsGivenUp() {
        theirs.sessions.all().forEach(theirs.sessions::close);
        CompletableFuture<Received> answer = ask(1);
        time.advanceUntilDone(answer, LIMIT);
        assertEquals(Kind.TIMEOUT, failure(answer));
        assertEquals(5, theirs.exchanges.drops().of(Dropped.UNKNOWN_SESSION));
        assertFalse(session.isOpen());
        assertTrue(ours.sessions.find(new PeerNode(7, 2)).isEmpty(), "the next exchange needs another session");
        assertEquals(Kind.UNSENT, failure(ask(1)));
    }

    @Test
    void exchangesEndWithTheirSession() {
        theirs.exchanges.handle(IM, (exchange, first) -> atTheirs.add(first));
        CompletableFuture<Received> answer = ask(1);
        time.advance(Duration.ofMillis(10));
        ours.sessions.close(session);
        assertEquals(Kind.SESSION_CLOSED, failure(answer));
        assertEquals(0, ours.exchanges.size());
    }

    @Test
    void closingAnExchangeFailsWhoWaitsAndAcknowledgesAtOnce() {
        Exchange exchange = ours.exchanges.open(session, IM);
        CompletableFuture<Received> next = exchange.next(PROCESSING);
        exchange.close();
        exchange.close();
        assertEquals(Kind.CLOSED, failure(next));
        assertEquals(Kind.CLOSED, failure(exchange.send(1)));
        assertEquals(Kind.CLOSED, failure(exchange.request(1, new byte[1], PROCESSING)));
        assertEquals(Kind.CLOSED, failure(exchange.next(PROCESSING)));
    }

    @Test
    void whatWasSentGoesOnBeingSentAfterClosing() {
        theirs.exchanges.handle(IM, (exchange, first) -> atTheirs.add(first));
        network.dropIf(sent -> network.log().size() <= 2);
        Exchange exchange = ours.exchanges.open(session, IM);
        CompletableFuture<Void> sent = exchange.send(1, (byte) 5);
        exchange.close();
        time.advanceUntilDone(sent, LIMIT);
        assertEquals(1, atTheirs.size());
        time.advance(Duration.ofMillis(300));
        assertEquals(0, ours.exchanges.size());
    }

    @Test
    void closingAllFailsAllAndLeavesNothing() {
        theirs.exchanges.handle(IM, (exchange, first) -> atTheirs.add(first));
        CompletableFuture<Received> first = ask(1);
        CompletableFuture<Received> second = ask(2);
        ours.exchanges.close().join();
        ours.exchanges.close().join();
        assertEquals(Kind.CLOSED, failure(first));
        assertEquals(Kind.CLOSED, failure(second));
        assertEquals(0, ours.exchanges.size());
        assertFalse(session.isOpen());
        assertEquals(Kind.CLOSED, failure(ask(3)));
    }

    @Test
    void messagesOfOneExchangeGoOneByOne() {
        List<Integer> opcodes = new ArrayList<>();
        theirs.exchanges.handle(IM, (exchange, first) -> {
            opcodes.add(first.opcode());
            exchange.next(PROCESSING).thenAccept(second -> opcodes.add(second.opcode()));
        });
        Exchange exchange = ours.exchanges.open(session, IM);
        exchange.send(1);
        exchange.send(2);
        time.advance(Duration.ofMillis(10));
        assertEquals(1, network.log().size(), "the second waits for the acknowledgement of the first");
        time.advance(Duration.ofSeconds(1));
        assertEquals(List.of(1, 2), opcodes);
    }

    @Test
    void forgedTruncatedAndReplayedMessagesChangeNothingAndAreCounted() {
        echo(Duration.ZERO);
        time.advanceUntilDone(ask(1), LIMIT);
        time.advance(LIMIT);
        FakeNetwork.Sent question = network.log().get(0);
        network.inject(question.datagram(), question.from(), question.to());
        byte[] forged = question.datagram().clone();
        forged[forged.length - 1] ^= 1;
        network.inject(forged, question.from(), question.to());
        for (int length = 0; length < question.datagram().length; length++) {
            network.inject(java.util.Arrays.copyOf(question.datagram(), length), question.from(), question.to());
        }
        time.advance(LIMIT);
        assertEquals(1, atTheirs.size());
        assertEquals(1, theirs.exchanges.drops().of(Dropped.REPLAYED));
        assertEquals(8, theirs.exchanges.drops().of(Dropped.MALFORMED), "less than a header");
        assertEquals(question.datagram().length - 7, theirs.exchanges.drops().of(Dropped.FORGED));
        assertEquals(0, theirs.exchanges.size());
    }

    @Test
    void aQuestionThatNobodyTakesIsAcknowledgedAndDropped() {
        CompletableFuture<Received> answer = ask(1);
        time.advance(Duration.ofMillis(10));
        assertEquals(2, network.log().size());
        assertEquals(1, theirs.exchanges.drops().of(Dropped.UNEXPECTED));
        time.advanceUntilDone(answer, LIMIT);
        assertEquals(Kind.TIMEOUT, failure(answer));
    }

    @Test
    void aNodeThatMovedIsAnsweredWhereItIs() {
        echo(Duration.ZERO);
        TestNode elsewhere = new TestNode(network, time, 3);
        time.advanceUntilDone(ask(1), LIMIT);
        FakeNetwork.Sent answer = network.log().get(1);
        network.inject(answer.datagram(), elsewhere.address(), ours.address());
        time.advance(LIMIT);
        assertEquals(theirs.address(), session.peer().address(), "a replayed message moves nobody");
    }

    @Test
    void whatIsNotReadWaitsAtTheOtherEndAndIsNotLost() {
        int count = 20;
        theirs.exchanges.handle(IM, (exchange, first) -> {
            for (int i = 0; i < count; i++) {
                exchange.send(2, (byte) i);
            }
        });
        Exchange exchange = ours.exchanges.open(session, IM);
        exchange.send(1);
        time.advance(Duration.ofSeconds(4));
        assertTrue(ours.exchanges.drops().of(Dropped.NO_ROOM) > 0, "more came than has room");
        List<Integer> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CompletableFuture<Received> next = exchange.next(PROCESSING);
            time.advanceUntilDone(next, LIMIT);
            read.add((int) next.join().payload()[0]);
        }
        assertEquals(IntStream.range(0, count).boxed().toList(), read);
    }

    @Test
    void whoWaitsApartFromWhatWasSentHearsThatTheNodeIsSilent() {
        network.dropIf(sent -> true);
        Exchange exchange = ours.exchanges.open(session, IM);
        CompletableFuture<Void> sent = exchange.send(1);
        CompletableFuture<Received> next = exchange.next(PROCESSING);
        time.advance(LIMIT);
        assertEquals(Kind.TIMEOUT, failure(sent));
        assertEquals(Kind.SESSION_CLOSED, failure(next));
    }

    @Test
    void aPortThatFailsIsOpenedAgain() {
        echo(Duration.ZERO);
        ours.losePort(2);
        CompletableFuture<Received> answer = ask(1);
        time.advanceUntilDone(answer, LIMIT);
        assertEquals(9, answer.join().opcode());
        ours.losePort(0);
        CompletableFuture<Received> second = ask(2);
        time.advanceUntilDone(second, LIMIT);
        assertEquals(9, second.join().opcode());
        time.advance(LIMIT);
        assertEquals(0, time.pending());
    }

    @Test
    void aPortThatCannotBeHadIsLeftAloneOnceAllIsClosed() {
        ours.losePort(Integer.MAX_VALUE);
        time.advance(LIMIT);
        assertEquals(1, time.pending(), "it goes on trying");
        ours.exchanges.close().join();
        assertEquals(0, time.pending());
    }
}
