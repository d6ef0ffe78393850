package org.lockcredentials.zwave.command.time;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Time CC v1, Date Get and Report (SDS13782 §4.37.5, §4.37.6). */
public sealed interface CalendarDate extends Command {

    /** Date Get (0x03). */
    record Get() implements CalendarDate, Request<Report> {
        public static final CommandType<Get> TYPE = CommandType.of(Get.class, CommandClass.TIME, 0x03, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** Date Report (0x04), local date. */
    record Report(int year, int month, int day) implements CalendarDate {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.TIME, 0x04, Report::decode);

        public Report {
            Range.u16("year", year);
            Range.check("month", month, 1, 12);
            Range.check("day", day, 1, 31);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u16(), in.u8(), in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u16(year);
            out.u8(month);
            out.u8(day);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
