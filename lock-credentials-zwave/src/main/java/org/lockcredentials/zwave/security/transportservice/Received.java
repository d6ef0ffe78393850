package org.lockcredentials.zwave.security.transportservice;

import java.time.Duration;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.transportservice.SegmentControl;

/** What came of a segment that was received, or of waiting for one. */
public sealed interface Received {

    /**
     * More is to come.
     *
     * @param request to be sent, if something is known to be missing
     * @param patience until {@link SegmentReceiver#onTimeout()}
     */
    record Incomplete(Optional<SegmentControl.Request> request, Duration patience) implements Received {}

    /**
     * All has come.
     *
     * @param confirmation to be sent
     * @param datagram empty if it was delivered before and only its confirmation got lost
     */
    record Complete(SegmentControl.Complete confirmation, Optional<Secret> datagram) implements Received {}

    /** The first segment is missing; the answer is to be sent, and the peer begins again. */
    record Refused(SegmentControl.Wait answer) implements Received {}

    /** Nothing to be done. */
    record Ignored() implements Received {}

    /** The rest did not come; what had come is discarded. */
    record Abandoned() implements Received {}
}
