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

/** Schedule Entry Lock CC v1, Year Day Schedule Set, Get and Report (SDS13781 §4.90.8 to §4.90.10). */
public sealed interface YearDay extends Command {

    /** Year Day Schedule Set (0x06); without a schedule the slot is erased. */
    record Set(int userId, int slot, Optional<YearDaySchedule> schedule) implements YearDay {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x06, Set::decode);

        public Set {
            Range.u8("user id", userId);
            Range.u8("slot", slot);
        }

        static Set decode(ByteReader in) throws DecodeException {
            boolean modify = SetAction.isModify(in.u8());
            int userId = in.u8();
            int slot = in.u8();
            return new Set(userId, slot, modify ? YearDaySchedule.decode(in) : Optional.empty());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(schedule.isPresent() ? 1 : 0).u8(userId).u8(slot);
            YearDaySchedule.encode(out, schedule);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /** Year Day Schedule Get (0x07). */
    record Get(int userId, int slot) implements YearDay, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x07, Get::decode);

        public Get {
            Range.u8("user id", userId);
            Range.u8("slot", slot);
        }

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(in.u8(), in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(userId);
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

    /** Year Day Schedule Report (0x08); without a schedule the slot is empty. */
    record Report(int userId, int slot, Optional<YearDaySchedule> schedule) implements YearDay {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x08, Report::decode);

        public Report {
            Range.u8("user id", userId);
            Range.u8("slot", slot);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u8(), in.u8(), YearDaySchedule.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(userId);
            out.u8(slot);
            YearDaySchedule.encode(out, schedule);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
