package org.lockcredentials.zwave.lock.schedule;

import java.util.Comparator;
import org.lockcredentials.schedule.ScheduleKind;

/**
 * One of the schedule slots that a user has.
 *
 * @param slot from 1, counted for each kind
 */
public record Place(ScheduleKind kind, int slot) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::kind).thenComparingInt(Place::slot);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
