package org.lockcredentials.zwave.command.activeschedule;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;

/**
 * What a schedule is for.
 *
 * @param commandClass that the target belongs to, as User Credential for a user
 * @param id 1 to 65,535, as the user identifier
 */
public record ScheduleTarget(int commandClass, int id) {

    public ScheduleTarget {
        Range.u8("target command class", commandClass);
        Range.u16("target id", id);
    }

    static ScheduleTarget decode(ByteReader in) throws DecodeException {
        return new ScheduleTarget(in.u8(), in.u16());
    }

    void encode(ByteWriter out) {
        out.u8(commandClass).u16(id);
    }
}
