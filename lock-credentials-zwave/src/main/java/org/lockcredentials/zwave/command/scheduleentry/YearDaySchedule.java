package org.lockcredentials.zwave.command.scheduleentry;

import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;

/**
 * A stretch of days at which a code works (SDS13781 §4.90.8).
 *
 * @param startYear 0 to 99, the year in the century
 * @param stopYear 0 to 99, the year in the century
 */
public record YearDaySchedule(
        int startYear,
        int startMonth,
        int startDay,
        int startHour,
        int startMinute,
        int stopYear,
        int stopMonth,
        int stopDay,
        int stopHour,
        int stopMinute) {

    private static final int LENGTH = 10;
    private static final int ERASED = 0xFF;
    private static final int START_MONTH = 1;
    private static final int STOP_MONTH = 6;

    public YearDaySchedule {
        Range.check("start year", startYear, 0, 99);
        Range.check("start month", startMonth, 1, 12);
        Range.check("start day", startDay, 1, 31);
        Range.check("start hour", startHour, 0, 23);
        Range.check("start minute", startMinute, 0, 59);
        Range.check("stop year", stopYear, 0, 99);
        Range.check("stop month", stopMonth, 1, 12);
        Range.check("stop day", stopDay, 1, 31);
        Range.check("stop hour", stopHour, 0, 23);
        Range.check("stop minute", stopMinute, 0, 59);
    }

    /** The fields of a schedule; empty if they are missing, one is 0xFF, as an erased slot is reported, or a month is 0. */
    static Optional<YearDaySchedule> decode(ByteReader in) throws DecodeException {
        if (in.remaining() < LENGTH) {
            return Optional.empty();
        }
        byte[] fields = in.bytes(LENGTH);
        for (byte each : fields) {
            if ((each & 0xFF) == ERASED) {
                return Optional.empty();
            }
        }
        if (fields[START_MONTH] == 0 || fields[STOP_MONTH] == 0) {
            return Optional.empty();
        }
        return Optional.of(decodeFields(ByteReader.of(fields)));
    }

    static void encode(ByteWriter out, Optional<YearDaySchedule> schedule) {
        if (schedule.isPresent()) {
            schedule.get().encodeFields(out);
        } else {
            for (int i = 0; i < LENGTH; i++) {
                out.u8(ERASED);
            }
        }
    }

    private static YearDaySchedule decodeFields(ByteReader in) throws DecodeException {
        return new YearDaySchedule(
                in.u8(), in.u8(), in.u8(), in.u8(), in.u8(), in.u8(), in.u8(), in.u8(), in.u8(), in.u8());
    }

    private void encodeFields(ByteWriter out) {
        out.u8(startYear);
        out.u8(startMonth);
        out.u8(startDay);
        out.u8(startHour);
        out.u8(startMinute);
        out.u8(stopYear);
        out.u8(stopMonth);
        out.u8(stopDay);
        out.u8(stopHour);
        out.u8(stopMinute);
    }
}
