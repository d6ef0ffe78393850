package org.lockcredentials.zwave.security.transportservice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.transportservice.Segment;
import org.lockcredentials.zwave.command.transportservice.SegmentControl;

/** The frame flows of SDS13783 §3.10.2, with its datagram of 117 bytes in session 10. */
class TransportServiceFlowsTest {

    private static final Secret DATAGRAM = datagram();
    private static final SegmentControl.Complete COMPLETE = new SegmentControl.Complete(10);

    private final SegmentSender sender = new SegmentSender(DATAGRAM, 10);
    private final SegmentReceiver receiver = new SegmentReceiver();

    @Test
    void asThingsShouldAlwaysWork() {
        List<Segment> segments = sent(sender.start());
        assertEquals(3, segments.size());
        receiver.onSegment(segments.get(0));
        receiver.onSegment(segments.get(1));
        assertEquals(new Received.Complete(COMPLETE, Optional.of(DATAGRAM)), receiver.onSegment(segments.get(2)));
        assertInstanceOf(Step.Delivered.class, sender.onControl(COMPLETE));
    }

    @Test
    void losingTheFirstSegment() {
        List<Segment> segments = sent(sender.start());
        Received.Refused refused = assertInstanceOf(Received.Refused.class, receiver.onSegment(segments.get(1)));
        assertEquals(new SegmentControl.Wait(0), refused.answer());
        assertEquals(new Step.Pause(Duration.ofMillis(100)), sender.onControl(refused.answer()));
        assertEquals(segments, sent(sender.onTimeout()));
    }

    @Test
    void losingASubsequentSegment() {
        List<Segment> segments = sent(sender.start());
        receiver.onSegment(segments.get(0));
        Received.Incomplete incomplete =
                assertInstanceOf(Received.Incomplete.class, receiver.onSegment(segments.get(2)));
        assertEquals(Optional.of(new SegmentControl.Request(10, 39)), incomplete.request());
        List<Segment> repeated = sent(sender.onControl(incomplete.request().orElseThrow()));
        assertEquals(List.of(segments.get(1)), repeated);
        assertEquals(new Received.Complete(COMPLETE, Optional.of(DATAGRAM)), receiver.onSegment(repeated.get(0)));
    }

    @Test
    void losingTheLastSegment() {
        List<Segment> segments = sent(sender.start());
        receiver.onSegment(segments.get(0));
        receiver.onSegment(segments.get(1));
        Received.Incomplete incomplete = assertInstanceOf(Received.Incomplete.class, receiver.onTimeout());
        assertEquals(Optional.of(new SegmentControl.Request(10, 78)), incomplete.request());
        assertInstanceOf(Received.Abandoned.class, receiver.onTimeout());
        assertInstanceOf(Received.Refused.class, receiver.onSegment(segments.get(2)));
    }

    @Test
    void losingTheConfirmation() {
        List<Segment> segments = sent(sender.start());
        segments.forEach(receiver::onSegment);
        List<Segment> repeated = sent(sender.onTimeout());
        assertEquals(List.of(segments.get(2)), repeated);
        assertEquals(new Received.Complete(COMPLETE, Optional.empty()), receiver.onSegment(repeated.get(0)));
        assertInstanceOf(Step.Failed.class, sender.onTimeout());
    }

    @Test
    void theLowerNodeGivesWay() {
        sender.start();
        assertInstanceOf(Step.Continue.class, sender.onPeerSends(5, 2, 3));
        assertEquals(new Step.Pause(Duration.ofMillis(400)), sender.onPeerSends(2, 5, 3));
        assertEquals(3, sent(sender.onTimeout()).size());
    }

    @Test
    void aNewDatagramReplacesOneThatWasGivenUp() {
        receiver.onSegment(sent(sender.start()).get(0));
        Secret other = Secret.of(new byte[20]);
        List<Segment> single = sent(new SegmentSender(other, 11).start());
        Received.Complete complete = assertInstanceOf(Received.Complete.class, receiver.onSegment(single.get(0)));
        assertEquals(Optional.of(other), complete.datagram());
        assertInstanceOf(
                Received.Refused.class, receiver.onSegment(sent(sender.start()).get(1)));
    }

    @Test
    void answersOfAnotherSessionChangeNothing() {
        sender.start();
        assertInstanceOf(Step.Continue.class, sender.onControl(new SegmentControl.Complete(9)));
        assertInstanceOf(Step.Continue.class, sender.onControl(new SegmentControl.Request(9, 39)));
        assertInstanceOf(Step.Continue.class, sender.onControl(new SegmentControl.Request(10, 117)));
        assertTrue(sender.onControl(COMPLETE) instanceof Step.Delivered);
    }

    private static List<Segment> sent(Step step) {
        return assertInstanceOf(Step.Send.class, step).segments();
    }

    private static Secret datagram() {
        byte[] bytes = new byte[117];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return Secret.of(bytes);
    }
}
