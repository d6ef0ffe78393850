package org.lockcredentials.zwave.command.doorlocklogging;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.lockcredentials.zwave.command.Range;

/**
 * When a record was made, in the lock's local time; all zero if its clock was not set.
 *
 * @param year 0 to 65,535
 */
public record LoggedAt(int year, int month, int day, int hour, int minute, int second) {

    public LoggedAt {
        Range.u16("year", year);
        Range.u8("month", month);
        Range.u8("day", day);
        Range.check("hour", hour, 0, 31);
        Range.u8("minute", minute);
        Range.u8("second", second);
    }

    /** The time, or empty if the fields are none. */
    public Optional<LocalDateTime> time() {
        try {
            return Optional.of(LocalDateTime.of(year, month, day, hour, minute, second));
        } catch (DateTimeException notSet) {
            return Optional.empty();
        }
    }
}
