package org.lockcredentials.matter.cluster.doorlock;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * Something is wrong (5.2.11.1).
 *
 * @param code its number
 * @param alarm empty for a number that only later revisions know
 */
public record DoorLockAlarm(int code, Optional<AlarmCode> alarm) {

    static DoorLockAlarm decode(TlvStructure in) throws DecodeException {
        return new DoorLockAlarm(
                in.u8(0), in.optional(0, Coded.known(AlarmCode.class)).flatMap(each -> each));
    }
}
