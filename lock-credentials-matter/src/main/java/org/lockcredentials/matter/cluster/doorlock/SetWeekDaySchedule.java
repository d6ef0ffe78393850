package org.lockcredentials.matter.cluster.doorlock;

import java.time.DayOfWeek;
import java.util.Set;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Lets a user in on some days of each week (5.2.10.4).
 *
 * @param weekDayIndex 1 to the number of schedules per user
 * @param userIndex from 1
 * @param days one at least
 * @param startHour 0 to 23
 * @param startMinute 0 to 59
 * @param endHour 0 to 23
 * @param endMinute 0 to 59, after the start
 */
public record SetWeekDaySchedule(
        int weekDayIndex,
        int userIndex,
        Set<DayOfWeek> days,
        int startHour,
        int startMinute,
        int endHour,
        int endMinute)
        implements Command<Done> {

    static final CommandType<Done> TYPE =
            CommandType.of(DoorLock.CLUSTER, 0x0B, "SetWeekDaySchedule").whenRepeatable();

    @Override
    public CommandType<Done> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, weekDayIndex);
        out.unsigned(1, userIndex);
        DaysMask.write(out, Tag.of(2), days);
        out.unsigned(3, startHour);
        out.unsigned(4, startMinute);
        out.unsigned(5, endHour);
        out.unsigned(6, endMinute);
    }
}
