package org.lockcredentials.zwave.command.timeparameters;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Time Parameters CC v1, Set, Get and Report (SDS13782 §4.39.1 to §4.39.3). */
public sealed interface TimeParameters extends Command {

    /** Time Parameters Set (0x01), UTC. */
    record Set(int year, int month, int day, int hour, int minute, int second) implements TimeParameters {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.TIME_PARAMETERS, 0x01, Set::decode);

        public Set {
            Range.u16("year", year);
            Range.check("month", month, 1, 12);
            Range.check("day", day, 1, 31);
            Range.check("hour", hour, 0, 23);
            Range.check("minute", minute, 0, 59);
            Range.check("second", second, 0, 59);
        }

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(in.u16(), in.u8(), in.u8(), in.u8(), in.u8(), in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u16(year);
            out.u8(month);
            out.u8(day);
            out.u8(hour);
            out.u8(minute);
            out.u8(second);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /** Time Parameters Get (0x02). */
    record Get() implements TimeParameters, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.TIME_PARAMETERS, 0x02, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** Time Parameters Report (0x03), UTC; a lock whose clock was never set may report what is no time. */
    record Report(int year, int month, int day, int hour, int minute, int second) implements TimeParameters {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.TIME_PARAMETERS, 0x03, Report::decode);

        public Report {
            Range.u16("year", year);
            Range.u8("month", month);
            Range.u8("day", day);
            Range.u8("hour", hour);
            Range.u8("minute", minute);
            Range.u8("second", second);
        }

        /** The time, or empty if the fields are none. */
        public Optional<LocalDateTime> time() {
            try {
                return Optional.of(LocalDateTime.of(year, month, day, hour, minute, second));
            } catch (DateTimeException notSet) {
                return Optional.empty();
            }
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u16(), in.u8(), in.u8(), in.u8(), in.u8(), in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u16(year);
            out.u8(month);
            out.u8(day);
            out.u8(hour);
            out.u8(minute);
            out.u8(second);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
