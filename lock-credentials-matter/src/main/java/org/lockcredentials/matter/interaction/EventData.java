package org.lockcredentials.matter.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * EventDataIB: something that happened (10.6.9). Times that are given as a difference to the event before stand here in full.
 *
 * @param number unsigned 64 bits; grows with each event of the node, of whatever kind
 * @param priority 0 debug, 1 info, 2 critical
 * @param epoch milliseconds since 1970, on a node that has a clock
 * @param uptime milliseconds since the node started, on a node without one
 */
public record EventData(
        int endpoint,
        long cluster,
        long event,
        long number,
        int priority,
        Optional<Long> epoch,
        Optional<Long> uptime,
        TlvElement data) {

    /** How far a node's clock may be ahead before it is not believed. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private static final Instant NO_CLOCK_BEFORE = Instant.parse("2020-01-01T00:00:00Z");

    private static final int PATH = 0;
    private static final int NUMBER = 1;
    private static final int PRIORITY = 2;
    private static final int EPOCH = 3;
    private static final int UPTIME = 4;
    private static final int EPOCH_DELTA = 5;
    private static final int UPTIME_DELTA = 6;
    private static final int DATA = 7;

    /** When it happened, if the node has a clock worth the name. */
    public Optional<Instant> at(Instant now) {
        return epoch.filter(millis -> millis >= NO_CLOCK_BEFORE.toEpochMilli())
                .filter(millis -> millis <= now.plus(SLACK).toEpochMilli())
                .map(Instant::ofEpochMilli);
    }

    /** @param previous the event before in the same message, if there was one */
    static EventData decode(TlvElement element, Optional<EventData> previous) throws DecodeException {
        TlvStructure in = element.structure();
        TlvStructure path = in.element(PATH).list().asStructure();
        return new EventData(
                path.u16(1),
                path.u32(2),
                path.u32(3),
                in.u64(NUMBER),
                in.u8(PRIORITY),
                time(in, EPOCH, EPOCH_DELTA, previous.flatMap(EventData::epoch)),
                time(in, UPTIME, UPTIME_DELTA, previous.flatMap(EventData::uptime)),
                in.optional(DATA).orElse(new TlvStructure(List.of())));
    }

    private static Optional<Long> time(TlvStructure in, int absolute, int difference, Optional<Long> before)
            throws DecodeException {
        Optional<Long> since = in.optional(difference, TlvElement::u64);
        return in.optional(absolute, TlvElement::u64)
                .or(() -> before.flatMap(earlier -> since.map(later -> earlier + later)));
    }

    void encode(TlvWriter out, Tag tag) {
        out.structure(
                tag,
                ib -> ib.list(
                                PATH,
                                path -> path.unsigned(1, endpoint)
                                        .unsigned(2, cluster)
                                        .unsigned(3, event))
                        .unsigned(NUMBER, number)
                        .unsigned(PRIORITY, priority)
                        .optional(EPOCH, epoch, TlvWriter::unsigned)
                        .optional(UPTIME, uptime, TlvWriter::unsigned)
                        .element(DATA, data));
    }
}
