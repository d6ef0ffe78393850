package org.lockcredentials.matter.cluster;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvWriter;

/** Times as Matter counts them, from the beginning of the year 2000 (Matter Core Specification, 7.19.2.7 and 7.19.2.8). */
public final class MatterEpoch {

    private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");
    private static final LocalDateTime LOCAL_START = LocalDateTime.ofInstant(START, ZoneOffset.UTC);
    private static final long MAX_SECONDS = 0xFFFF_FFFFL;

    private MatterEpoch() {}

    /** Whole seconds on the lock's own clock (epoch-s). */
    public static LocalDateTime local(TlvElement element) throws DecodeException {
        return LOCAL_START.plusSeconds(element.u32());
    }

    /** True from 2000 to 2136-02-07T06:28:15. */
    public static boolean hasLocal(LocalDateTime time) {
        long seconds = ChronoUnit.SECONDS.between(LOCAL_START, time);
        return seconds >= 0 && seconds <= MAX_SECONDS;
    }

    /** @throws IllegalArgumentException before 2000, or after 2136-02-07T06:28:15 */
    public static void writeLocal(TlvWriter out, Tag tag, LocalDateTime time) {
        if (!hasLocal(time)) {
            throw new IllegalArgumentException("a time from 2000 to 2136, not " + time);
        }
        out.unsigned(tag, ChronoUnit.SECONDS.between(LOCAL_START, time));
    }

    /** Microseconds (epoch-us). */
    public static Instant instant(TlvElement element) throws DecodeException {
        long micros = element.u64();
        return START.plusSeconds(Long.divideUnsigned(micros, 1_000_000))
                .plus(Long.remainderUnsigned(micros, 1_000_000), ChronoUnit.MICROS);
    }

    /** The time, or the beginning of the count for all that was before it. */
    public static void writeInstant(TlvWriter out, Tag tag, Instant time) {
        out.unsigned(tag, Math.max(0, ChronoUnit.MICROS.between(START, time)));
    }
}
