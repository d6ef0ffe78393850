package org.lockcredentials.matter.cluster.doorlock;

import java.time.LocalDateTime;
import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.MatterEpoch;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * A schedule of a user (5.2.10.10).
 *
 * @param status 0, or NOT_FOUND, or INVALID_FIELD: see {@link DoorLockStatus}
 * @param start on the lock's own clock; empty unless the status is 0
 */
public record GetYearDayScheduleResponse(
        int yearDayIndex, int userIndex, int status, Optional<LocalDateTime> start, Optional<LocalDateTime> end) {

    static GetYearDayScheduleResponse decode(TlvStructure in) throws DecodeException {
        return new GetYearDayScheduleResponse(
                in.u8(0), in.u16(1), in.u8(2), in.optional(3, MatterEpoch::local), in.optional(4, MatterEpoch::local));
    }
}
