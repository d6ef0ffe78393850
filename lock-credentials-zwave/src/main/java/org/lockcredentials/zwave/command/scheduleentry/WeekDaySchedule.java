package org.lockcredentials.zwave.command.scheduleentry;

import java.time.DayOfWeek;
import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.WeekDays;

/** A time of one weekday at which a code works (SDS13781 §4.90.5). */
public record WeekDaySchedule(DayOfWeek day, int startHour, int startMinute, int stopHour, int stopMinute) {

    private static final int LENGTH = 5;
    private static final int ERASED = 0xFF;

    public WeekDaySchedule {
        Range.check("start hour", startHour, 0, 23);
        Range.check("start minute", startMinute, 0, 59);
        Range.check("stop hour", stopHour, 0, 23);
        Range.check("stop minute", stopMinute, 0, 59);
    }

    /** The fields of a schedule; empty if they are missing or one is 0xFF, as an erased slot is reported. */
    static Optional<WeekDaySchedule> decode(ByteReader in) throws DecodeException {
        if (in.remaining() < LENGTH) {
            return Optional.empty();
        }
        byte[] fields = in.bytes(LENGTH);
        for (byte each : fields) {
            if ((each & 0xFF) == ERASED) {
                return Optional.empty();
            }
        }
        return Optional.of(decodeFields(ByteReader.of(fields)));
    }

    static void encode(ByteWriter out, Optional<WeekDaySchedule> schedule) {
        if (schedule.isPresent()) {
            schedule.get().encodeFields(out);
        } else {
            for (int i = 0; i < LENGTH; i++) {
                out.u8(ERASED);
            }
        }
    }

    private static WeekDaySchedule decodeFields(ByteReader in) throws DecodeException {
        return new WeekDaySchedule(WeekDays.day(in.u8()), in.u8(), in.u8(), in.u8(), in.u8());
    }

    private void encodeFields(ByteWriter out) {
        out.u8(WeekDays.number(day));
        out.u8(startHour);
        out.u8(startMinute);
        out.u8(stopHour);
        out.u8(stopMinute);
    }
}
