package org.lockcredentials.zwave.command.time;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Time CC v1, Time Get and Report (SDS13782 §4.37.3, §4.37.4). */
public sealed interface TimeOfDay extends Command {

    /** Time Get (0x01). */
    record Get() implements TimeOfDay, Request<Report> {
        public static final CommandType<Get> TYPE = CommandType.of(Get.class, CommandClass.TIME, 0x01, in -> new Get());

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
     * Time Report (0x02), local time.
     *
     * @param clockFailed the clock has stopped since it was set
     */
    record Report(boolean clockFailed, int hour, int minute, int second) implements TimeOfDay {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.TIME, 0x02, Report::decode);

        public Report {
            Range.check("hour", hour, 0, 23);
            Range.check("minute", minute, 0, 59);
            Range.check("second", second, 0, 59);
        }

        static Report decode(ByteReader in) throws DecodeException {
            int first = in.u8();
            return new Report((first & 0x80) != 0, first & 0x1F, in.u8(), in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8((clockFailed ? 0x80 : 0) | hour).u8(minute).u8(second);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
