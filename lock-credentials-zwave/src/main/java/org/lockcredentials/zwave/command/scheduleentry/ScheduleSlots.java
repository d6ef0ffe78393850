package org.lockcredentials.zwave.command.scheduleentry;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Schedule Entry Lock CC v1 to v4, Supported Get and Report (SDS13781 §4.90.3, §4.90.4, §4.92.1). */
public sealed interface ScheduleSlots extends Command {

    /** Schedule Entry Type Supported Get (0x09). */
    record Get() implements ScheduleSlots, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x09, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /**
     * Schedule Entry Type Supported Report (0x0A), numbers of slots that each user has.
     *
     * @param dailyRepeating since version 3, else 0
     */
    record Report(int weekDay, int yearDay, int dailyRepeating) implements ScheduleSlots {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x0A, Report::decode);

        public Report {
            Range.u8("week day", weekDay);
            Range.u8("year day", yearDay);
            Range.u8("daily repeating slots", dailyRepeating);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u8(), in.u8(), in.isEmpty() ? 0 : in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(weekDay);
            out.u8(yearDay);
            out.u8(dailyRepeating);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
