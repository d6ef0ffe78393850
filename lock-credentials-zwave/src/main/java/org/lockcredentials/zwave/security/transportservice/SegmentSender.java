package org.lockcredentials.zwave.security.transportservice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.transportservice.Segment;
import org.lockcredentials.zwave.command.transportservice.SegmentControl;

/**
 * Sends one datagram in segments (SDS13783 §3.10.2, ITU-T G.9959 segmentation and reassembly).
 *
 * <p>It ends after a bounded number of steps. Not safe for use by several threads.
 */
public final class SegmentSender implements AutoCloseable {

    /** For Segment Complete or a request, at the slowest data rates. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** Between segments, so that others get to speak, if there are more than two. */
    private static final Duration GAP = Duration.ofMillis(35);

    private static final Duration PAUSE_PER_SEGMENT = Duration.ofMillis(100);
    private static final int RELAXED = 2;
    private static final int MOST_RESTARTS = 3;
    private static final int REPETITIONS_PER_SEGMENT = 3;

    private enum Phase {
        SENDING,
        REPEATED,
        PAUSED,
        ENDED
    }

    private final Secret datagram;
    private final int sessionId;
    private Phase phase = Phase.PAUSED;
    private int restarts;
    private int repetitions;

    /**
     * Nothing is sent before {@link #start()}.
     *
     * @param datagram up to 2047 bytes, of which a copy is taken
     * @param sessionId 0 to 15, not that of the last datagram to the same peer
     */
    public SegmentSender(Secret datagram, int sessionId) {
        this.datagram = datagram.copy();
        this.sessionId = sessionId;
    }

    /** Sends all of it. */
    public Step start() {
        phase = Phase.SENDING;
        List<Segment> segments = new ArrayList<>();
        for (int offset = 0; offset < datagram.length(); offset += Segment.MAXIMUM_PAYLOAD) {
            segments.add(segment(offset));
        }
        return new Step.Send(segments, segments.size() > RELAXED ? GAP : Duration.ZERO, PATIENCE);
    }

    /** Takes what the peer answered. */
    public Step onControl(SegmentControl control) {
        if (phase == Phase.ENDED) {
            return new Step.Continue();
        }
        if (control instanceof SegmentControl.Complete complete) {
            return complete.sessionId() == sessionId ? end(new Step.Delivered()) : new Step.Continue();
        }
        if (phase == Phase.PAUSED) {
            return new Step.Continue();
        }
        if (control instanceof SegmentControl.Wait wait) {
            return pause(wait.pendingSegments());
        }
        if (control instanceof SegmentControl.Request request
                && request.sessionId() == sessionId
                && request.offset() < datagram.length()) {
            phase = Phase.SENDING;
            return repeat(request.offset());
        }
        return new Step.Continue();
    }

    /** Takes that the peer begins to send a datagram of its own: the lower node identifier gives way (G.9959 tie-breaking). */
    public Step onPeerSends(int ownNodeId, int peerNodeId, int peerSegments) {
        boolean busy = phase == Phase.SENDING || phase == Phase.REPEATED;
        return busy && ownNodeId < peerNodeId ? pause(peerSegments) : new Step.Continue();
    }

    /** Takes that nothing was heard in time, or that a pause is over. */
    public Step onTimeout() {
        return switch (phase) {
            case ENDED -> new Step.Continue();
            case PAUSED -> start();
            case REPEATED -> end(new Step.Failed());
            case SENDING -> {
                phase = Phase.REPEATED;
                yield repeat((datagram.length() - 1) / Segment.MAXIMUM_PAYLOAD * Segment.MAXIMUM_PAYLOAD);
            }
        };
    }

    private Step pause(int segments) {
        if (++restarts > MOST_RESTARTS) {
            return end(new Step.Failed());
        }
        phase = Phase.PAUSED;
        return new Step.Pause(PAUSE_PER_SEGMENT.multipliedBy(1L + segments));
    }

    private Step repeat(int offset) {
        int segments = 1 + datagram.length() / Segment.MAXIMUM_PAYLOAD;
        if (++repetitions > REPETITIONS_PER_SEGMENT * segments) {
            return end(new Step.Failed());
        }
        return new Step.Send(List.of(segment(offset)), Duration.ZERO, PATIENCE);
    }

    private Segment segment(int offset) {
        int size = datagram.length();
        int end = Math.min(size, offset + Segment.MAXIMUM_PAYLOAD);
        Secret payload = datagram.use(bytes -> {
            byte[] part = Arrays.copyOfRange(bytes, offset, end);
            Secret secret = Secret.of(part);
            Arrays.fill(part, (byte) 0);
            return secret;
        });
        return offset == 0
                ? new Segment.First(size, sessionId, payload)
                : new Segment.Subsequent(size, sessionId, offset, payload);
    }

    private Step end(Step last) {
        phase = Phase.ENDED;
        datagram.wipe();
        return last;
    }

    /** Gives up and wipes the datagram. */
    @Override
    public void close() {
        end(new Step.Failed());
    }
}
