package org.lockcredentials.zwave.command.scheduleentry;

import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Schedule Entry Lock CC v4, Extended Year Day Schedule Set, Get and Report. */
public sealed interface ExtendedYearDay extends Command {

    /** Extended Year Day Schedule Set (0x15); without a schedule the slot is erased. */
    record Set(int userId, int slot, Optional<YearDaySchedule> schedule) implements ExtendedYearDay {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x15, Set::decode);

        public Set {
            Range.u16("user id", userId);
            Range.u8("slot", slot);
        }

        static Set decode(ByteReader in) throws DecodeException {
            boolean modify = SetAction.isModify(in.u8());
            int userId = in.u16();
            int slot = in.u8();
            return new Set(userId, slot, modify ? YearDaySchedule.decode(in) : Optional.empty());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(schedule.isPresent() ? 1 : 0).u16(userId).u8(slot);
            YearDaySchedule.encode(out, schedule);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /** Extended Year Day Schedule Get (0x16). */
    record Get(int userId, int slot) implements ExtendedYearDay, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x16, Get::decode);

        public Get {
            Range.u16("user id", userId);
            Range.u8("slot", slot);
        }

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(in.u16(), in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u16(userId);
            out.u8(slot);
        }

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }

        @Override
        public boolean answeredBy(Report report) {
            return report.userId() == userId && report.slot() == slot;
        }
    }

    /** Extended Year Day Schedule Report (0x17); without a schedule the slot is empty. */
    record Report(int userId, int slot, Optional<YearDaySchedule> schedule) implements ExtendedYearDay {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x17, Report::decode);

        public Report {
            Range.u16("user id", userId);
            Range.u8("slot", slot);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u16(), in.u8(), YearDaySchedule.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u16(userId);
            out.u8(slot);
            YearDaySchedule.encode(out, schedule);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
