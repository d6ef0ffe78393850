package org.lockcredentials.zwave.command.activeschedule;

import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Active Schedule CC v1, Daily Repeating Schedule Set, Get and Report. */
public sealed interface ActiveDailyRepeating extends Command {

    /** Active Schedule Daily Repeating Schedule Set (0x09); without a schedule the slot is erased. */
    record Set(ScheduleTarget target, int slot, Optional<DailyRepetition> schedule)
            implements ActiveDailyRepeating, Request<Report> {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.ACTIVE_SCHEDULE, 0x09, Set::decode);

        public Set {
            Range.u16("slot", slot);
        }

        static Set decode(ByteReader in) throws DecodeException {
            boolean modify = SlotAction.isModify(in.u8());
            ScheduleTarget target = ScheduleTarget.decode(in);
            int slot = in.u16();
            return new Set(target, slot, modify ? DailyRepetition.decode(in) : Optional.empty());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(schedule.isPresent() ? 1 : 0);
            target.encode(out);
            out.u16(slot);
            DailyRepetition.encode(out, schedule);
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
            return report.target().equals(target) && report.slot() == slot;
        }
    }

    /**
     * Active Schedule Daily Repeating Schedule Get (0x0A).
     *
     * @param slot 1 to 65,535, or 0 for the first that is taken
     */
    record Get(ScheduleTarget target, int slot) implements ActiveDailyRepeating, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.ACTIVE_SCHEDULE, 0x0A, Get::decode);

        public Get {
            Range.u16("slot", slot);
        }

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(ScheduleTarget.decode(in), in.u16());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            target.encode(out);
            out.u16(slot);
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
            return report.target().equals(target)
                    && (slot == 0 || report.slot() == slot)
                    && report.reason().equals(ScheduleReportCode.RESPONSE_TO_GET);
        }
    }

    /**
     * Active Schedule Daily Repeating Schedule Report (0x0B); without a schedule the slot is empty.
     *
     * @param nextSlot the next slot that is taken, 0 after the last
     */
    record Report(
            ScheduleReportCode reason,
            ScheduleTarget target,
            int slot,
            int nextSlot,
            Optional<DailyRepetition> schedule)
            implements ActiveDailyRepeating {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.ACTIVE_SCHEDULE, 0x0B, Report::decode);

        public Report {
            Range.check("report code", reason.code(), 0, 7);
            Range.u16("slot", slot);
            Range.u16("next slot", nextSlot);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(
                    new ScheduleReportCode(in.u8() & 0x07),
                    ScheduleTarget.decode(in),
                    in.u16(),
                    in.u16(),
                    DailyRepetition.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(reason.code());
            target.encode(out);
            out.u16(slot);
            out.u16(nextSlot);
            DailyRepetition.encode(out, schedule);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
