package org.lockcredentials.zwave.command.activeschedule;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;

/** A minute in local time, as year day schedules start and stop at. */
public record ScheduleMoment(int year, int month, int day, int hour, int minute) {

    /** What the fields of an empty slot hold. */
    static final ScheduleMoment NONE = new ScheduleMoment(0, 0, 0, 0, 0);

    public ScheduleMoment {
        Range.u16("year", year);
        Range.u8("month", month);
        Range.u8("day", day);
        Range.u8("hour", hour);
        Range.u8("minute", minute);
    }

    static ScheduleMoment decode(ByteReader in) throws DecodeException {
        return new ScheduleMoment(in.u16(), in.u8(), in.u8(), in.u8(), in.u8());
    }

    void encode(ByteWriter out) {
        out.u16(year).u8(month).u8(day).u8(hour).u8(minute);
    }

    /** True if the month is one, as it is not in an empty slot. */
    boolean isSet() {
        return month >= 1 && month <= 12;
    }
}
