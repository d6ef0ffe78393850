package org.lockcredentials.zwave.command.time;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;

/**
 * When daylight saving time starts or ends, in the current year and local time (SDS13782 §4.38.4).
 *
 * @param month 1 to 12, 0 where there is none
 * @param day 1 to 31, 0 where there is none
 */
public record DstChange(int month, int day, int hour) {

    public static final DstChange NONE = new DstChange(0, 0, 0);

    public DstChange {
        Range.check("month", month, 0, 12);
        Range.check("day", day, 0, 31);
        Range.check("hour", hour, 0, 23);
    }

    static DstChange decode(ByteReader in) throws DecodeException {
        return new DstChange(in.u8(), in.u8(), in.u8());
    }

    void encode(ByteWriter out) {
        out.u8(month).u8(day).u8(hour);
    }
}
