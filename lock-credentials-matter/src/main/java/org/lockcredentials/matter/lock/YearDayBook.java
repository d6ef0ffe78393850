package org.lockcredentials.matter.lock;

import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.cluster.doorlock.ClearYearDaySchedule;
import org.lockcredentials.matter.cluster.doorlock.GetYearDaySchedule;
import org.lockcredentials.matter.cluster.doorlock.SetYearDaySchedule;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;

/** Year-day schedules (5.2.10.8 to 5.2.10.11). */
record YearDayBook(LockEndpoint lock, int slots, ZoneId zone) implements ScheduleBook {

    @Override
    public ScheduleKind kind() {
        return ScheduleKind.YEAR_DAY;
    }

    @Override
    public CompletableFuture<SchedulePage.Slot> get(int slot, int user) {
        return lock.invoke(new GetYearDaySchedule(slot, user))
                .thenApply(told -> Times.slot(
                        told.status(),
                        told.start(),
                        told.end(),
                        (start, end) -> new Schedule.YearDay(start, end, zone)));
    }

    @Override
    public CompletableFuture<Done> set(int slot, int user, Schedule schedule) {
        Schedule.YearDay dates = (Schedule.YearDay) schedule;
        return lock.invoke(new SetYearDaySchedule(slot, user, dates.start(), dates.end()));
    }

    @Override
    public CompletableFuture<Done> clear(int slot, int user) {
        return lock.invoke(new ClearYearDaySchedule(slot, user));
    }
}
