package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Takes schedules from a user (5.2.10.7).
 *
 * @param weekDayIndex 1 to the number of schedules, or {@link DoorLock#ALL_SCHEDULES}
 * @param userIndex from 1
 */
public record ClearWeekDaySchedule(int weekDayIndex, int userIndex) implements Command<Done> {

    static final CommandType<Done> TYPE =
            CommandType.of(DoorLock.CLUSTER, 0x0D, "ClearWeekDaySchedule").whenRepeatable();

    @Override
    public CommandType<Done> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, weekDayIndex);
        out.unsigned(1, userIndex);
    }
}
