package org.lockcredentials.zwave.localtime;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.Optional;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.clock.Clock;
import org.lockcredentials.zwave.command.time.CalendarDate;
import org.lockcredentials.zwave.command.time.TimeOfDay;
import org.lockcredentials.zwave.command.time.TimeOffset;
import org.lockcredentials.zwave.command.timeparameters.TimeParameters;

/** What a clock in a zone shows at a moment. */
public record LocalClock(ZoneId zone) {

    /** The answer to a question of the Time command class, or empty for any other command. */
    public Optional<Command> answer(Command question, Instant now) {
        if (question instanceof TimeOfDay.Get) {
            LocalDateTime local = local(now);
            return Optional.of(new TimeOfDay.Report(false, local.getHour(), local.getMinute(), local.getSecond()));
        } else if (question instanceof CalendarDate.Get) {
            LocalDateTime local = local(now);
            return Optional.of(new CalendarDate.Report(local.getYear(), local.getMonthValue(), local.getDayOfMonth()));
        } else if (question instanceof TimeOffset.Get) {
            DaylightSaving saving = daylightSaving(now);
            return Optional.of(new TimeOffset.Report(saving.offset(), saving.start(), saving.end()));
        }
        return Optional.empty();
    }

    /** Universal time, whatever the zone. */
    public TimeParameters.Set timeParameters(Instant now) {
        ZonedDateTime utc = now.atZone(ZoneOffset.UTC);
        return new TimeParameters.Set(
                utc.getYear(),
                utc.getMonthValue(),
                utc.getDayOfMonth(),
                utc.getHour(),
                utc.getMinute(),
                utc.getSecond());
    }

    public Clock.Set clock(Instant now) {
        LocalDateTime local = local(now);
        return new Clock.Set(local.get(ChronoField.DAY_OF_WEEK), local.getHour(), local.getMinute());
    }

    public TimeOffset.Set timeOffset(Instant now) {
        DaylightSaving saving = daylightSaving(now);
        return new TimeOffset.Set(saving.offset(), saving.start(), saving.end());
    }

    public DaylightSaving daylightSaving(Instant now) {
        return DaylightSaving.of(zone, now);
    }

    private LocalDateTime local(Instant now) {
        return LocalDateTime.ofInstant(now, zone);
    }
}
