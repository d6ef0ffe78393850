package org.lockcredentials.zwave.command.scheduleentry;

import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.WeekDays;

/**
 * A time of several weekdays at which a code works (SDS13781 §4.92.2).
 *
 * @param days on which it starts
 * @param durationHours 0 to 24
 */
public record DailyRepeatingSchedule(
        Set<DayOfWeek> days, int startHour, int startMinute, int durationHours, int durationMinutes) {

    private static final int LENGTH = 5;
    private static final int ERASED = 0xFF;

    public DailyRepeatingSchedule {
        days = Set.copyOf(days);
        Range.check("start hour", startHour, 0, 23);
        Range.check("start minute", startMinute, 0, 59);
        Range.check("duration hours", durationHours, 0, 24);
        Range.check("duration minutes", durationMinutes, 0, 59);
    }

    /** The fields of a schedule; empty if they are missing, one is 0xFF or no day is named, as erased slots are reported. */
    static Optional<DailyRepeatingSchedule> decode(ByteReader in) throws DecodeException {
        if (in.remaining() < LENGTH) {
            return Optional.empty();
        }
        byte[] fields = in.bytes(LENGTH);
        for (byte each : fields) {
            if ((each & 0xFF) == ERASED) {
                return Optional.empty();
            }
        }
        if (WeekDays.days(fields[0] & 0xFF).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(decodeFields(ByteReader.of(fields)));
    }

    static void encode(ByteWriter out, Optional<DailyRepeatingSchedule> schedule) {
        if (schedule.isPresent()) {
            schedule.get().encodeFields(out);
        } else {
            for (int i = 0; i < LENGTH; i++) {
                out.u8(ERASED);
            }
        }
    }

    private static DailyRepeatingSchedule decodeFields(ByteReader in) throws DecodeException {
        return new DailyRepeatingSchedule(WeekDays.days(in.u8()), in.u8(), in.u8(), in.u8(), in.u8());
    }

    private void encodeFields(ByteWriter out) {
        out.u8(WeekDays.mask(days));
        out.u8(startHour);
        out.u8(startMinute);
        out.u8(durationHours);
        out.u8(durationMinutes);
    }
}
