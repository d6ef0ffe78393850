package org.lockcredentials.zwave.lock.schedule;

import java.time.Duration;
import java.util.Map;
import org.lockcredentials.schedule.ScheduleKind;

/**
 * What a lock has for one user's schedules.
 *
 * @param slots by kind
 * @param mixed whether a user's schedules may be of several kinds
 * @param longestDay how long a daily repeating schedule may last
 * @param firstYear of year-day schedules
 * @param lastYear of year-day schedules
 */
public record Offer(Map<ScheduleKind, Integer> slots, boolean mixed, Duration longestDay, int firstYear, int lastYear) {

    public Offer {
        slots = Map.copyOf(slots);
    }

    /** Slots of a kind, 0 if the lock does not have it. */
    public int slots(ScheduleKind kind) {
        return slots.getOrDefault(kind, 0);
    }
}
