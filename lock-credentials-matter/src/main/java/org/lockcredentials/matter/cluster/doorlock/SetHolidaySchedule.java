package org.lockcredentials.matter.cluster.doorlock;

import java.time.LocalDateTime;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.cluster.MatterEpoch;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Has the lock work in another mode from one time to another (5.2.10.12).
 *
 * @param holidayIndex 1 to the number of schedules
 * @param start on the lock's own clock
 * @param end after the start
 * @param operatingMode what holds in that time
 */
public record SetHolidaySchedule(int holidayIndex, LocalDateTime start, LocalDateTime end, OperatingMode operatingMode)
        implements Command<Done> {

    static final CommandType<Done> TYPE =
            CommandType.of(DoorLock.CLUSTER, 0x11, "SetHolidaySchedule").whenRepeatable();

    @Override
    public CommandType<Done> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, holidayIndex);
        MatterEpoch.writeLocal(out, Tag.of(1), start);
        MatterEpoch.writeLocal(out, Tag.of(2), end);
        out.unsigned(3, operatingMode.code());
    }
}
