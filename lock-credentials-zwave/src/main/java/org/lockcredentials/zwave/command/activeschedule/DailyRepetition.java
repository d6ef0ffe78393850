package org.lockcredentials.zwave.command.activeschedule;

import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.SecretBytes;
import org.lockcredentials.zwave.command.WeekDays;

/**
 * A time of day at which a target is active on some weekdays.
 *
 * @param days on which it starts, at least one
 * @param metadata up to 7 bytes that the lock keeps for whoever set them
 */
public record DailyRepetition(
        Set<DayOfWeek> days, int startHour, int startMinute, int durationHours, int durationMinutes, Secret metadata) {

    public DailyRepetition {
        days = Set.copyOf(days);
        Range.check("number of days", days.size(), 1, 7);
        Range.check("start hour", startHour, 0, 23);
        Range.check("start minute", startMinute, 0, 59);
        Range.check("duration hours", durationHours, 0, 24);
        Range.check("duration minutes", durationMinutes, 0, 59);
        Range.length("metadata", metadata, 0, 7);
    }

    /** The repetition, or empty for fields without a weekday, as those of an empty slot. */
    static Optional<DailyRepetition> decode(ByteReader in) throws DecodeException {
        Set<DayOfWeek> days = WeekDays.days(in.u8());
        int startHour = in.u8();
        int startMinute = in.u8();
        int hours = in.u8();
        int minutes = in.u8();
        Secret metadata = SecretBytes.read(in, in.u8() & 0x07);
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new DailyRepetition(days, startHour, startMinute, hours, minutes, metadata));
    }

    static void encode(ByteWriter out, Optional<DailyRepetition> repetition) {
        if (repetition.isEmpty()) {
            out.bytes(new byte[6]);
            return;
        }
        DailyRepetition fields = repetition.get();
        out.u8(WeekDays.mask(fields.days)).u8(fields.startHour).u8(fields.startMinute);
        out.u8(fields.durationHours).u8(fields.durationMinutes).u8(fields.metadata.length());
        SecretBytes.write(out, fields.metadata);
    }
}
