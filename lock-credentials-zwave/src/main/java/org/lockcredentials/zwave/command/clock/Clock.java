package org.lockcredentials.zwave.command.clock;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Clock CC v1, Set, Get and Report (SDS13781 §4.26). */
public sealed interface Clock extends Command {

    /**
     * Clock Set (0x04), local time.
     *
     * @param weekday 1 Monday to 7 Sunday, 0 unknown
     */
    record Set(int weekday, int hour, int minute) implements Clock {
        public static final CommandType<Set> TYPE = CommandType.of(Set.class, CommandClass.CLOCK, 0x04, Set::decode);

        public Set {
            Range.check("weekday", weekday, 0, 7);
            Range.check("hour", hour, 0, 23);
            Range.check("minute", minute, 0, 59);
        }

        static Set decode(ByteReader in) throws DecodeException {
            int first = in.u8();
            return new Set(first >> 5, first & 0x1F, in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(weekday << 5 | hour).u8(minute);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /** Clock Get (0x05). */
    record Get() implements Clock, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.CLOCK, 0x05, in -> new Get());

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
     * Clock Report (0x06), local time.
     *
     * @param weekday 1 Monday to 7 Sunday, 0 unknown
     */
    record Report(int weekday, int hour, int minute) implements Clock {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.CLOCK, 0x06, Report::decode);

        public Report {
            Range.check("weekday", weekday, 0, 7);
            Range.check("hour", hour, 0, 23);
            Range.check("minute", minute, 0, 59);
        }

        static Report decode(ByteReader in) throws DecodeException {
            int first = in.u8();
            return new Report(first >> 5, first & 0x1F, in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(weekday << 5 | hour).u8(minute);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
