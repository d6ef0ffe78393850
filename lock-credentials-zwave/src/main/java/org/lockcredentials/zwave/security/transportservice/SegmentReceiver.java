package org.lockcredentials.zwave.security.transportservice;

import java.time.Duration;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.transportservice.Segment;
import org.lockcredentials.zwave.command.transportservice.SegmentControl;

/**
 * Receives the datagrams of one peer, one after the other (SDS13783 §3.10.2).
 *
 * <p>The last datagram is kept, so that a confirmation that got lost is repeated and the datagram is not. Not safe for use by several
 * threads.
 */
public final class SegmentReceiver implements AutoCloseable {

    /** Until what is missing is asked for, and until it has to come, at the slowest data rates. */
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private Optional<Assembly> open = Optional.empty();
    private Optional<Assembly> last = Optional.empty();
    private boolean requested;

    /** Takes a segment. */
    public Received onSegment(Segment segment) {
        if (last.filter(each -> each.contains(segment)).isPresent()) {
            return new Received.Complete(new SegmentControl.Complete(segment.sessionId()), Optional.empty());
        }
        Optional<Assembly> current = open.filter(each -> each.isPartOfSame(segment));
        if (current.isPresent()) {
            current.get().add(segment);
            return progress(current.get());
        }
        if (segment instanceof Segment.First) {
            // A peer sends one datagram at a time, so it has given up the one before.
            open.ifPresent(Assembly::wipe);
            Assembly begun = new Assembly(segment);
            open = Optional.of(begun);
            requested = false;
            return progress(begun);
        }
        return open.isPresent() ? new Received.Ignored() : new Received.Refused(new SegmentControl.Wait(0));
    }

    /** Takes that no segment came in time. */
    public Received onTimeout() {
        if (open.isEmpty()) {
            return new Received.Ignored();
        }
        if (requested) {
            open.get().wipe();
            open = Optional.empty();
            return new Received.Abandoned();
        }
        return request(open.get());
    }

    private Received progress(Assembly assembly) {
        if (assembly.missing().isPresent()) {
            return assembly.hasLast() || requested
                    ? request(assembly)
                    : new Received.Incomplete(Optional.empty(), PATIENCE);
        }
        Secret datagram = assembly.datagram();
        last.ifPresent(Assembly::wipe);
        last = Optional.of(assembly);
        open = Optional.empty();
        requested = false;
        return new Received.Complete(new SegmentControl.Complete(assembly.sessionId()), Optional.of(datagram));
    }

    private Received request(Assembly assembly) {
        requested = true;
        SegmentControl.Request request = new SegmentControl.Request(
                assembly.sessionId(), assembly.missing().orElseThrow());
        return new Received.Incomplete(Optional.of(request), PATIENCE);
    }

    /** Discards what has come. */
    @Override
    public void close() {
        open.ifPresent(Assembly::wipe);
        last.ifPresent(Assembly::wipe);
        open = Optional.empty();
        last = Optional.empty();
    }
}
