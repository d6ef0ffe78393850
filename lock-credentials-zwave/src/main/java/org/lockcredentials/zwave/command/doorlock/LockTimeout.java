package org.lockcredentials.zwave.command.doorlock;

import java.time.Duration;
import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;

/**
 * A time-out in minutes and seconds, as locks report and take it (SDS13781 §4.37.4).
 *
 * @param minutes 0 to 253, 0xFE for none
 * @param seconds 0 to 59, 0xFE for none
 */
public record LockTimeout(int minutes, int seconds) {

    public static final LockTimeout NONE = new LockTimeout(0xFE, 0xFE);

    public LockTimeout {
        Range.u8("minutes", minutes);
        Range.u8("seconds", seconds);
    }

    static LockTimeout decode(ByteReader in) throws DecodeException {
        return new LockTimeout(in.u8(), in.u8());
    }

    void encode(ByteWriter out) {
        out.u8(minutes).u8(seconds);
    }

    /** The time, or empty for none; values out of range mean none. */
    public Optional<Duration> time() {
        return minutes <= 253 && seconds <= 59
                ? Optional.of(Duration.ofMinutes(minutes).plusSeconds(seconds))
                : Optional.empty();
    }
}
