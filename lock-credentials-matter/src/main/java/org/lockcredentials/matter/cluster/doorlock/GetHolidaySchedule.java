package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Asks for one holiday (5.2.10.13).
 *
 * @param holidayIndex 1 to the number of schedules
 */
public record GetHolidaySchedule(int holidayIndex) implements Command<GetHolidayScheduleResponse> {

    static final CommandType<GetHolidayScheduleResponse> TYPE = CommandType.of(
                    DoorLock.CLUSTER, 0x12, "GetHolidaySchedule", 0x12, GetHolidayScheduleResponse::decode)
            .whenRepeatable();

    @Override
    public CommandType<GetHolidayScheduleResponse> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, holidayIndex);
    }
}
