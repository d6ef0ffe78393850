package org.lockcredentials.matter.cluster.doorlock;

import java.time.LocalDateTime;
import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.cluster.MatterEpoch;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * A holiday (5.2.10.14).
 *
 * @param status 0, or NOT_FOUND, or INVALID_FIELD: see {@link DoorLockStatus}
 * @param start on the lock's own clock; empty unless the status is 0
 */
public record GetHolidayScheduleResponse(
        int holidayIndex,
        int status,
        Optional<LocalDateTime> start,
        Optional<LocalDateTime> end,
        Optional<OperatingMode> operatingMode) {

    static GetHolidayScheduleResponse decode(TlvStructure in) throws DecodeException {
        return new GetHolidayScheduleResponse(
                in.u8(0),
                in.u8(1),
                in.optional(2, MatterEpoch::local),
                in.optional(3, MatterEpoch::local),
                in.optional(4, Coded.known(OperatingMode.class)).flatMap(each -> each));
    }
}
