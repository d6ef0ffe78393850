package org.lockcredentials.matter.lock;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.cluster.doorlock.ClearWeekDaySchedule;
import org.lockcredentials.matter.cluster.doorlock.GetWeekDaySchedule;
import org.lockcredentials.matter.cluster.doorlock.GetWeekDayScheduleResponse;
import org.lockcredentials.matter.cluster.doorlock.SetWeekDaySchedule;
import org.lockcredentials.matter.lock.SchedulePage.Slot;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;

/** Week-day schedules (5.2.10.4 to 5.2.10.7). */
record WeekDayBook(LockEndpoint lock, int slots, ZoneId zone) implements ScheduleBook {

    @Override
    public ScheduleKind kind() {
        return ScheduleKind.WEEK_DAY;
    }

    @Override
    public CompletableFuture<Slot> get(int slot, int user) {
        return lock.invoke(new GetWeekDaySchedule(slot, user)).thenApply(this::slot);
    }

    @Override
    public CompletableFuture<Done> set(int slot, int user, Schedule schedule) {
        Schedule.WeekDay days = (Schedule.WeekDay) schedule;
        return lock.invoke(new SetWeekDaySchedule(
                slot,
                user,
                days.days(),
                days.start().getHour(),
                days.start().getMinute(),
                days.end().getHour(),
                days.end().getMinute()));
    }

    @Override
    public CompletableFuture<Done> clear(int slot, int user) {
        return lock.invoke(new ClearWeekDaySchedule(slot, user));
    }

    /** Old locks take one day per DaysMask. */
    @Override
    public List<Schedule> pieces(Schedule schedule) {
        Schedule.WeekDay days = (Schedule.WeekDay) schedule;
        return days.days().stream()
                .sorted()
                .<Schedule>map(day -> new Schedule.WeekDay(Set.of(day), days.start(), days.end(), days.zone()))
                .toList();
    }

    private Slot slot(GetWeekDayScheduleResponse told) {
        if (told.status() != 0) {
            return new Slot.Free();
        }
        try {
            LocalTime start = LocalTime.of(told.startHour(), told.startMinute());
            LocalTime end = LocalTime.of(told.endHour(), told.endMinute());
            return new Slot.Holds(new Schedule.WeekDay(told.days(), start, end, zone));
        } catch (DateTimeException | IllegalArgumentException inexpressible) {
            return new Slot.Unreadable();
        }
    }
}
