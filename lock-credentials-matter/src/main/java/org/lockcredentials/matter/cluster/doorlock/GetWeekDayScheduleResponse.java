package org.lockcredentials.matter.cluster.doorlock;

import java.time.DayOfWeek;
import java.util.Set;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * A schedule of a user (5.2.10.6).
 *
 * @param status 0, or NOT_FOUND, or INVALID_FIELD: see {@link DoorLockStatus}
 * @param days empty unless the status is 0
 */
public record GetWeekDayScheduleResponse(
        int weekDayIndex,
        int userIndex,
        int status,
        Set<DayOfWeek> days,
        int startHour,
        int startMinute,
        int endHour,
        int endMinute) {

    static GetWeekDayScheduleResponse decode(TlvStructure in) throws DecodeException {
        return new GetWeekDayScheduleResponse(
                in.u8(0),
                in.u16(1),
                in.u8(2),
                in.optional(3, DaysMask::read).orElse(Set.of()),
                in.optional(4, TlvElement::u8).orElse(0),
                in.optional(5, TlvElement::u8).orElse(0),
                in.optional(6, TlvElement::u8).orElse(0),
                in.optional(7, TlvElement::u8).orElse(0));
    }
}
