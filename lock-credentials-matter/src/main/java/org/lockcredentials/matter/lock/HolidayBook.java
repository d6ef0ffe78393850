package org.lockcredentials.matter.lock;

import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.cluster.doorlock.ClearHolidaySchedule;
import org.lockcredentials.matter.cluster.doorlock.GetHolidaySchedule;
import org.lockcredentials.matter.cluster.doorlock.OperatingMode;
import org.lockcredentials.matter.cluster.doorlock.SetHolidaySchedule;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;

/**
 * Holiday schedules (5.2.10.12 to 5.2.10.15).
 *
 * @param mode what holds on a holiday that the SDK writes
 */
record HolidayBook(LockEndpoint lock, int slots, ZoneId zone, OperatingMode mode) implements ScheduleBook {

    @Override
    public ScheduleKind kind() {
        return ScheduleKind.HOLIDAY;
    }

    @Override
    public CompletableFuture<SchedulePage.Slot> get(int slot, int user) {
        return lock.invoke(new GetHolidaySchedule(slot))
                .thenApply(told -> Times.slot(
                        told.status(),
                        told.start(),
                        told.end(),
                        (start, end) -> new Schedule.Holiday(start, end, zone)));
    }

    @Override
    public CompletableFuture<Done> set(int slot, int user, Schedule schedule) {
        Schedule.Holiday dates = (Schedule.Holiday) schedule;
        return lock.invoke(new SetHolidaySchedule(slot, dates.start(), dates.end(), mode));
    }

    @Override
    public CompletableFuture<Done> clear(int slot, int user) {
        return lock.invoke(new ClearHolidaySchedule(slot));
    }
}
