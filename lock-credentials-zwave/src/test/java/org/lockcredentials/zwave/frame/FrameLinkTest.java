package org.lockcredentials.zwave.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.testing.ManualScheduler;

/** The link against a scripted line, by the clock of INS12350 §6. */
final class FrameLinkTest {

    private static final String GET_VERSION = "01 03 00 15 E9";
    private static final String GET_INIT_DATA = "01 03 00 02 FE";
    private static final String STARTED = "01 0A 00 0A 00 00 01 02 01 00 00 FD";
    private static final String ACK = "06";
    private static final String NAK = "15";
    private static final String CAN = "18";

    private final ManualScheduler time = new ManualScheduler();
    private final Actor actor = new Actor(time.executor(), time);
    private final FakeLine line = new FakeLine();
    private final List<String> heard = new ArrayList<>();
    private final FrameLink link = new FrameLink(line, actor, Integer::toHexString, new FrameLink.Listener() {
        @Override
        public void received(DataFrame frame) {
            heard.add(frame.toString());
        }

        @Override
        public void unreadable() {
            heard.add("unreadable");
        }

        @Override
        public void lost(LinkException reason) {
            heard.add("lost");
        }

        @Override
        public void restored() {
            heard.add("restored");
        }
    });

    @BeforeEach
    void open() throws Exception {
        CompletableFuture<Void> opened = on(link::open);
        assertNull(opened.get());
        assertEquals(List.of(NAK), line.written(), "what the module may have of a frame is flushed");
    }

    @Test
    void anAcknowledgedFrameIsDelivered() throws Exception {
        CompletableFuture<Void> sent = send(0x15);
        assertEquals(List.of(GET_VERSION), line.written());
        assertFalse(sent.isDone());
        arrive(ACK);
        assertNull(sent.get());
        advance(10_000);
        assertEquals(List.of(), line.written());
        assertEquals(0, time.pending(), "no timer is left");
    }

    @Test
    void framesGoOneAtATime() {
        CompletableFuture<Void> first = send(0x15);
        CompletableFuture<Void> second = send(0x02);
        assertEquals(List.of(GET_VERSION), line.written());
        arrive(ACK);
        assertTrue(first.isDone());
        assertEquals(List.of(GET_INIT_DATA), line.written());
        arrive(ACK);
        assertTrue(second.isDone());
    }

    @Test
    void aFrameWithoutAckIsSentFourTimesAndThenThePortIsOpenedAnew() {
        CompletableFuture<Void> sent = send(0x15);
        assertEquals(List.of(GET_VERSION), line.written());
        for (long wait : new long[] {100, 1100, 2100}) {
            advance(1600 + wait - 1);
            assertEquals(List.of(), line.written());
            advance(1);
            assertEquals(List.of(GET_VERSION), line.written());
        }
        advance(1599);
        assertFalse(sent.isDone());
        advance(1);
        assertEquals(LinkException.Kind.TIMEOUT, failure(sent));
        assertEquals(List.of("lost"), heard, "a module that says nothing at all is behind a dead line");
        advance(1000);
        assertEquals(List.of("lost", "restored"), heard);
    }

    @Test
    void nakAndCanAreRetransmittedAfterTheirWait() {
        CompletableFuture<Void> sent = send(0x15);
        arrive(NAK);
        advance(99);
        assertEquals(List.of(GET_VERSION), line.written());
        advance(1);
        assertEquals(List.of(GET_VERSION), line.written());
        arrive(CAN);
        advance(1100);
        assertEquals(List.of(GET_VERSION), line.written());
        arrive(ACK);
        assertTrue(sent.isDone() && !sent.isCompletedExceptionally());
    }

    @Test
    void aFrameThatIsNeverTakenIsRefusedAndTheNextOneIsTried() {
        CompletableFuture<Void> sent = send(0x15);
        CompletableFuture<Void> next = send(0x02);
        for (long wait : new long[] {100, 1100, 2100}) {
            arrive(CAN);
            advance(wait);
        }
        assertFalse(sent.isDone());
        arrive(CAN);
        assertEquals(LinkException.Kind.REFUSED, failure(sent));
        assertEquals(List.of(GET_VERSION, GET_VERSION, GET_VERSION, GET_VERSION, GET_INIT_DATA), line.written());
        arrive(ACK);
        assertTrue(next.isDone());
        assertEquals(List.of(), heard);
    }

    @Test
    void whetherARefusedFrameGotThroughBeforeIsNotKnownIfItsAckIsMissing() {
        CompletableFuture<Void> sent = send(0x15);
        advance(1600 + 100);
        for (long wait : new long[] {1100, 2100}) {
            arrive(CAN);
            advance(wait);
        }
        arrive(CAN);
        assertEquals(LinkException.Kind.TIMEOUT, failure(sent));
    }

    @Test
    void aLateAckStopsTheRetransmission() {
        CompletableFuture<Void> sent = send(0x15);
        advance(1650);
        arrive(ACK);
        assertTrue(sent.isDone());
        advance(10_000);
        assertEquals(List.of(GET_VERSION), line.written());
    }

    @Test
    void controlBytesThatAnswerNothingAreIgnored() {
        arrive(ACK + CAN + NAK + ACK);
        CompletableFuture<Void> sent = send(0x15);
        assertEquals(List.of(GET_VERSION), line.written());
        assertFalse(sent.isDone());
    }

    @Test
    void goodFramesAreAcknowledgedAndBadOnesAreNot() {
        arrive(STARTED);
        assertEquals(List.of(ACK), line.written());
        arrive(STARTED.replace("FD", "FC"));
        assertEquals(List.of(NAK), line.written());
        arrive("01 03 02 02 FC");
        assertEquals(List.of(ACK), line.written(), "a reserved type is taken and ignored");
        assertEquals(List.of("DataFrame[REQUEST 0x0A, 7 bytes]"), heard);
    }

    @Test
    void threeBadChecksumsInARowAreToldAndAGoodFrameOrALossBetweenThemIsNot() {
        String bad = STARTED.replace("FD", "FC");
        arriveApart(bad, bad, STARTED, bad, bad);
        assertEquals(List.of("DataFrame[REQUEST 0x0A, 7 bytes]"), heard);
        line.pull();
        line.plug();
        advance(1000);
        arriveApart(bad, bad);
        assertEquals(List.of("DataFrame[REQUEST 0x0A, 7 bytes]", "lost", "restored"), heard);
        arriveApart(bad, bad);
        assertEquals("unreadable", heard.get(3));
        arriveApart(bad, bad);
        assertEquals("unreadable", heard.get(4));
        assertEquals(5, heard.size(), "told once for each three");
    }

    @Test
    void aFrameThatFollowsGarbageHasItsOwnTime() {
        arrive("FF");
        advance(90);
        arrive("01 0A 00");
        advance(1400);
        arrive(STARTED.substring(9));
        assertEquals(List.of("DataFrame[REQUEST 0x0A, 7 bytes]"), heard);
    }

    @Test
    void aRecalledFrameIsNotSentAgainAndTheNextOneIs() {
        CompletableFuture<Void> recalled = send(0x15);
        CompletableFuture<Void> neverSent = send(0x02);
        CompletableFuture<Void> next = send(0x20);
        on(() -> {
            recalled.cancel(false);
            neverSent.cancel(false);
            return recalled;
        });
        line.written();
        advance(1600);
        assertEquals(List.of("01 03 00 20 DC"), line.written());
        arrive(ACK);
        assertTrue(next.isDone() && !next.isCompletedExceptionally());
        assertEquals(0, time.pending());
    }

    @Test
    void aFrameMayComeInPiecesAndWithOthers() {
        for (String piece : (GET_VERSION + " " + STARTED).split(" ")) {
            arrive(piece);
        }
        arrive(STARTED + " " + STARTED);
        assertEquals(4, heard.size());
        assertEquals(List.of(ACK, ACK, ACK, ACK), line.written());
    }

    @Test
    void aFrameThatStopsIsDroppedWithoutAnAnswer() {
        arrive("01 0A 00 0A");
        advance(1499);
        arrive("00");
        advance(1);
        assertEquals(List.of(), line.written());
        arrive(STARTED);
        assertEquals(List.of("DataFrame[REQUEST 0x0A, 7 bytes]"), heard, "the time runs from the frame's first byte");
    }

    @Test
    void nothingIsSentIntoAFrameThatIsArriving() {
        arrive("01 0A 00");
        send(0x15);
        assertEquals(List.of(), line.written());
        arrive(STARTED.substring(9));
        assertEquals(List.of(ACK, GET_VERSION), line.written());
    }

    @Test
    void whatComesBeforeTheAckIsPassedOnAfterIt() {
        CompletableFuture<Void> sent = send(0x15);
        sent.thenRun(() -> heard.add("delivered"));
        arrive(STARTED);
        assertEquals(List.of(), heard);
        arrive(ACK);
        assertEquals(List.of("delivered", "DataFrame[REQUEST 0x0A, 7 bytes]"), heard);
    }

    @Test
    void anAckInsideGarbageConfirmsNothing() {
        CompletableFuture<Void> sent = send(0x15);
        arrive("0A 06 00 06");
        assertFalse(sent.isDone(), "this was the inside of a frame whose start got lost");
        advance(100);
        arrive(ACK);
        assertTrue(sent.isDone());
    }

    @Test
    void aLostLineFailsWhatWasSentAndIsReopenedWithGrowingWaits() {
        CompletableFuture<Void> sent = send(0x15);
        CompletableFuture<Void> queued = send(0x02);
        line.pull();
        time.settle();
        assertEquals(LinkException.Kind.LOST, failure(sent));
        assertEquals(LinkException.Kind.LOST, failure(queued));
        assertEquals(LinkException.Kind.LOST, failure(send(0x02)));
        int openings = line.openings();
        for (int wait : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            advance(wait * 1000L - 1);
            assertEquals(openings, line.openings());
            advance(1);
            assertEquals(++openings, line.openings());
        }
        line.plug();
        advance(30_000);
        assertEquals(List.of("lost", "restored"), heard);
        line.written();
        send(0x15);
        assertEquals(List.of(GET_VERSION), line.written());
    }

    @Test
    void closingFailsWhatIsQueuedAndEndsTheReopening() throws Exception {
        CompletableFuture<Void> sent = send(0x15);
        assertNull(on(link::close).get());
        assertEquals(LinkException.Kind.CLOSED, failure(sent));
        assertEquals(LinkException.Kind.CLOSED, failure(send(0x15)));
        assertEquals(LinkException.Kind.CLOSED, failure(on(link::open)));
        assertNull(on(link::close).get());
        advance(120_000);
        assertEquals(1, line.openings());
        assertEquals(0, time.pending());
    }

    @Test
    void closingALostLinkEndsTheReopening() throws Exception {
        line.pull();
        time.settle();
        assertNull(on(link::close).get());
        line.plug();
        advance(120_000);
        assertEquals(1, line.openings());
    }

    private CompletableFuture<Void> send(int function) {
        return on(() -> link.send(DataFrame.request(function)));
    }

    private <T> CompletableFuture<T> on(Supplier<CompletableFuture<T>> task) {
        List<CompletableFuture<T>> result = new ArrayList<>();
        actor.execute(() -> result.add(task.get()));
        time.settle();
        return result.get(0);
    }

    private void arrive(String hex) {
        line.arrive(hex);
        time.settle();
    }

    /** Each after the line was quiet for long enough that it is believed to be a frame. */
    private void arriveApart(String... frames) {
        for (String frame : frames) {
            arrive(frame);
            advance(100);
        }
    }

    private void advance(long millis) {
        time.advance(Duration.ofMillis(millis));
    }

    private static LinkException.Kind failure(CompletableFuture<?> future) {
        assertTrue(future.isDone(), "still open");
        ExecutionException failure = assertThrows(ExecutionException.class, future::get);
        return assertInstanceOf(LinkException.class, failure.getCause()).kind();
    }
}
