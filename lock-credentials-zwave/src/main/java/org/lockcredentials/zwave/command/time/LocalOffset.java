package org.lockcredentials.zwave.command.time;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;

/**
 * How local time differs from UTC (SDS13782 §4.38.4, SDS13781 §4.91.2).
 *
 * @param minutes of the time zone, east of Greenwich positive, in standard time
 * @param dstMinutes added in daylight saving time, -127 to 127
 */
public record LocalOffset(int minutes, int dstMinutes) {

    private static final int MOST_MINUTES = 127 * 60 + 59;

    public LocalOffset {
        Range.check("time zone offset", minutes, -MOST_MINUTES, MOST_MINUTES);
        Range.check("daylight saving offset", dstMinutes, -127, 127);
    }

    public static LocalOffset decode(ByteReader in) throws DecodeException {
        int hours = in.u8();
        int minutes = 60 * (hours & 0x7F) + in.u8();
        return new LocalOffset((hours & 0x80) != 0 ? -minutes : minutes, signed(in.u8()));
    }

    public void encode(ByteWriter out) {
        int absolute = Math.abs(minutes);
        out.u8((minutes < 0 ? 0x80 : 0) | absolute / 60)
                .u8(absolute % 60)
                .u8((dstMinutes < 0 ? 0x80 : 0) | Math.abs(dstMinutes));
    }

    /** Sign and magnitude, not two's complement. */
    private static int signed(int field) {
        return (field & 0x80) != 0 ? -(field & 0x7F) : field;
    }
}
