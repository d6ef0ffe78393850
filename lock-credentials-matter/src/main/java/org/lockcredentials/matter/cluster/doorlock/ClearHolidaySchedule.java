package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Forgets holidays (5.2.10.15).
 *
 * @param holidayIndex 1 to the number of schedules, or {@link DoorLock#ALL_SCHEDULES}
 */
public record ClearHolidaySchedule(int holidayIndex) implements Command<Done> {

    static final CommandType<Done> TYPE =
            CommandType.of(DoorLock.CLUSTER, 0x13, "ClearHolidaySchedule").whenRepeatable();

    @Override
    public CommandType<Done> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, holidayIndex);
    }
}
