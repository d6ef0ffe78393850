package org.lockcredentials.matter.lock;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lockcredentials.matter.lock.SchedulePage.Slot;
import org.lockcredentials.schedule.Schedule;

/** From when to when, in whole minutes: a lock counts seconds, the model does not. */
final class Times {

    private Times() {}

    /** What a lock told of a slot. */
    static Slot slot(
            int status,
            Optional<LocalDateTime> start,
            Optional<LocalDateTime> end,
            BiFunction<LocalDateTime, LocalDateTime, Schedule> schedule) {
        if (status != 0) {
            return new Slot.Free();
        }
        LocalDateTime from = start.orElse(LocalDateTime.MAX).truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime to = end.orElse(LocalDateTime.MIN).truncatedTo(ChronoUnit.MINUTES);
        return to.isAfter(from) ? new Slot.Holds(schedule.apply(from, to)) : new Slot.Unreadable();
    }
}
