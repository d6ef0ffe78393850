package org.lockcredentials.matter.lock;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;

/** The slots of one kind of schedule; those of holidays belong to the whole lock, all others to a user. */
interface ScheduleBook {

    ScheduleKind kind();

    int slots();

    CompletableFuture<SchedulePage.Slot> get(int slot, int user);

    CompletableFuture<Done> set(int slot, int user, Schedule schedule);

    CompletableFuture<Done> clear(int slot, int user);

    /** The same schedule in pieces that a simpler lock takes; empty where there are none. */
    default List<Schedule> pieces(Schedule schedule) {
        return List.of();
    }
}
