package org.lockcredentials.matter.cluster.doorlock;

import java.time.LocalDateTime;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.cluster.MatterEpoch;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Lets a user in from one time to another (5.2.10.8).
 *
 * @param yearDayIndex 1 to the number of schedules per user
 * @param userIndex from 1
 * @param start on the lock's own clock
 * @param end after the start
 */
public record SetYearDaySchedule(int yearDayIndex, int userIndex, LocalDateTime start, LocalDateTime end)
        implements Command<Done> {

    static final CommandType<Done> TYPE =
            CommandType.of(DoorLock.CLUSTER, 0x0E, "SetYearDaySchedule").whenRepeatable();

    @Override
    public CommandType<Done> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, yearDayIndex);
        out.unsigned(1, userIndex);
        MatterEpoch.writeLocal(out, Tag.of(2), start);
        MatterEpoch.writeLocal(out, Tag.of(3), end);
    }
}
