package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Asks for one schedule of a user (5.2.10.5).
 *
 * @param weekDayIndex 1 to the number of schedules per user
 * @param userIndex from 1
 */
public record GetWeekDaySchedule(int weekDayIndex, int userIndex) implements Command<GetWeekDayScheduleResponse> {

    static final CommandType<GetWeekDayScheduleResponse> TYPE = CommandType.of(
                    DoorLock.CLUSTER, 0x0C, "GetWeekDaySchedule", 0x0C, GetWeekDayScheduleResponse::decode)
            .whenRepeatable();

    @Override
    public CommandType<GetWeekDayScheduleResponse> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, weekDayIndex);
        out.unsigned(1, userIndex);
    }
}
