package org.lockcredentials.zwave.command.activeschedule;

import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.SecretBytes;

/**
 * A stretch of time in which a target is active.
 *
 * @param metadata up to 7 bytes that the lock keeps for whoever set them
 */
public record YearDaySpan(ScheduleMoment start, ScheduleMoment stop, Secret metadata) {

    public YearDaySpan {
        Range.length("metadata", metadata, 0, 7);
        if (!start.isSet() || !stop.isSet()) {
            throw new IllegalArgumentException("a month is not 1 to 12");
        }
    }

    /** The span, or empty for fields that are no time, as those of an empty slot. */
    static Optional<YearDaySpan> decode(ByteReader in) throws DecodeException {
        ScheduleMoment start = ScheduleMoment.decode(in);
        ScheduleMoment stop = ScheduleMoment.decode(in);
        Secret metadata = SecretBytes.read(in, in.u8() & 0x07);
        return start.isSet() && stop.isSet() ? Optional.of(new YearDaySpan(start, stop, metadata)) : Optional.empty();
    }

    static void encode(ByteWriter out, Optional<YearDaySpan> span) {
        span.map(YearDaySpan::start).orElse(ScheduleMoment.NONE).encode(out);
        span.map(YearDaySpan::stop).orElse(ScheduleMoment.NONE).encode(out);
        out.u8(span.map(each -> each.metadata.length()).orElse(0));
        span.ifPresent(each -> SecretBytes.write(out, each.metadata));
    }
}
