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

/** Schedule Entry Lock CC v3, Daily Repeating Schedule Set, Get and Report (SDS13781 §4.92.2 to §4.92.4). */
public sealed interface DailyRepeating extends Command {

    /** Daily Repeating Schedule Set (0x10); without a schedule the slot is erased. */
    record Set(int userId, int slot, Optional<DailyRepeatingSchedule> schedule) implements DailyRepeating {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x10, Set::decode);

        public Set {
            Range.u8("user id", userId);
            Range.u8("slot", slot);
        }

        static Set decode(ByteReader in) throws DecodeException {
            boolean modify = SetAction.isModify(in.u8());
            int userId = in.u8();
            int slot = in.u8();
            return new Set(userId, slot, modify ? DailyRepeatingSchedule.decode(in) : Optional.empty());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(schedule.isPresent() ? 1 : 0).u8(userId).u8(slot);
            DailyRepeatingSchedule.encode(out, schedule);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /** Daily Repeating Schedule Get (0x0E). */
    record Get(int userId, int slot) implements DailyRepeating, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x0E, Get::decode);

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

    /** Daily Repeating Schedule Report (0x0F); without a schedule the slot is empty. */
    record Report(int userId, int slot, Optional<DailyRepeatingSchedule> schedule) implements DailyRepeating {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x0F, Report::decode);

        public Report {
            Range.u8("user id", userId);
            Range.u8("slot", slot);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u8(), in.u8(), DailyRepeatingSchedule.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(userId);
            out.u8(slot);
            DailyRepeatingSchedule.encode(out, schedule);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
