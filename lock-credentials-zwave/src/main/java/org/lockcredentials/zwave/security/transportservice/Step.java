package org.lockcredentials.zwave.security.transportservice;

import java.time.Duration;
import java.util.List;
import org.lockcredentials.zwave.command.transportservice.Segment;

/** What the sender of a datagram does next. */
public sealed interface Step {

    /**
     * Sends these segments in order, stopping at once if another step is told meanwhile.
     *
     * @param gap to be kept between one segment and the next
     * @param patience after the last one until {@link SegmentSender#onTimeout()}
     */
    record Send(List<Segment> segments, Duration gap, Duration patience) implements Step {}

    /** Sends nothing more until the time is over, then tells {@link SegmentSender#onTimeout()}. */
    record Pause(Duration time) implements Step {}

    /** Goes on as before: what came changes nothing. */
    record Continue() implements Step {}

    /** The peer has the whole datagram. */
    record Delivered() implements Step {}

    /** Gives up; whether the peer has the datagram is not known. */
    record Failed() implements Step {}
}
