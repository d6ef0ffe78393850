package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Asks for one schedule of a user (5.2.10.9).
 *
 * @param yearDayIndex 1 to the number of schedules per user
 * @param userIndex from 1
 */
public record GetYearDaySchedule(int yearDayIndex, int userIndex) implements Command<GetYearDayScheduleResponse> {

    static final CommandType<GetYearDayScheduleResponse> TYPE = CommandType.of(
                    DoorLock.CLUSTER, 0x0F, "GetYearDaySchedule", 0x0F, GetYearDayScheduleResponse::decode)
            .whenRepeatable();

    @Override
    public CommandType<GetYearDayScheduleResponse> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, yearDayIndex);
        out.unsigned(1, userIndex);
    }
}
