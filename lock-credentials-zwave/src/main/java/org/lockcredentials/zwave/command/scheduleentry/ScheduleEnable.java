package org.lockcredentials.zwave.command.scheduleentry;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;

/**
 * Schedule Entry Lock CC v1 and v4, Enable Set, Enable All Set and Extended Enable Set (SDS13781 §4.90.1, §4.90.2).
 */
public sealed interface ScheduleEnable extends Command {

    /** Schedule Entry Lock Enable Set (0x01): switches the schedules of one user on or off. */
    record Set(int userId, boolean enabled) implements ScheduleEnable {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x01, Set::decode);

        public Set {
            Range.u8("user id", userId);
        }

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(in.u8(), in.u8() != 0);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(userId);
            out.u8(enabled ? 1 : 0);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /** Schedule Entry Lock Enable All Set (0x02): switches the schedules of every user on or off. */
    record SetAll(boolean enabled) implements ScheduleEnable {
        public static final CommandType<SetAll> TYPE =
                CommandType.of(SetAll.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x02, SetAll::decode);

        static SetAll decode(ByteReader in) throws DecodeException {
            return new SetAll(in.u8() != 0);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(enabled ? 1 : 0);
        }

        @Override
        public CommandType<SetAll> type() {
            return TYPE;
        }
    }

    /** Extended Schedule Entry Lock Enable Set (0x11), since version 4. */
    record ExtendedSet(int userId, boolean enabled) implements ScheduleEnable {
        public static final CommandType<ExtendedSet> TYPE =
                CommandType.of(ExtendedSet.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x11, ExtendedSet::decode);

        public ExtendedSet {
            Range.u16("user id", userId);
        }

        static ExtendedSet decode(ByteReader in) throws DecodeException {
            return new ExtendedSet(in.u16(), (in.u8() & 0x01) != 0);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u16(userId);
            out.u8(enabled ? 1 : 0);
        }

        @Override
        public CommandType<ExtendedSet> type() {
            return TYPE;
        }
    }
}
