package org.lockcredentials.zwave.command.activeschedule;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Active Schedule CC v1, Enable Set, Get and Report. */
public sealed interface ActiveScheduleEnable extends Command {

    /** Active Schedule Enable Set (0x03). */
    record Set(ScheduleTarget target, boolean enabled) implements ActiveScheduleEnable, Request<Report> {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.ACTIVE_SCHEDULE, 0x03, Set::decode);

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(ScheduleTarget.decode(in), (in.u8() & 0x01) != 0);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            target.encode(out);
            out.u8(enabled ? 1 : 0);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }

        @Override
        public boolean answeredBy(Report report) {
            return report.target().equals(target);
        }
    }

    /** Active Schedule Enable Get (0x04). */
    record Get(ScheduleTarget target) implements ActiveScheduleEnable, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.ACTIVE_SCHEDULE, 0x04, Get::decode);

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(ScheduleTarget.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            target.encode(out);
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
            return report.target().equals(target) && report.reason().equals(ScheduleReportCode.RESPONSE_TO_GET);
        }
    }

    /** Active Schedule Enable Report (0x05). */
    record Report(ScheduleTarget target, boolean enabled, ScheduleReportCode reason) implements ActiveScheduleEnable {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.ACTIVE_SCHEDULE, 0x05, Report::decode);

        public Report {
            Range.check("report code", reason.code(), 0, 7);
        }

        static Report decode(ByteReader in) throws DecodeException {
            ScheduleTarget target = ScheduleTarget.decode(in);
            int flags = in.u8();
            return new Report(target, (flags & 0x01) != 0, new ScheduleReportCode(flags >> 1 & 0x07));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            target.encode(out);
            out.u8(reason.code() << 1 | (enabled ? 1 : 0));
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
