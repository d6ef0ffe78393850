package org.lockcredentials.zwave.command.activeschedule;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/**
 * Set, Get and Report of a schedule slot, one row for each kind of schedule (Active Schedule CC v1).
 *
 * @param <S> the schedule that a slot holds
 */
public final class ActiveSlot<S> {

    // spotless:off
    public static final ActiveSlot<YearDaySpan> YEAR_DAY =
        new ActiveSlot<>("Year Day",        0x06, 0x07, 0x08, YearDaySpan::decode, YearDaySpan::encode);
    public static final ActiveSlot<DailyRepetition> DAILY_REPEATING =
        new ActiveSlot<>("Daily Repeating", 0x09, 0x0A, 0x0B, DailyRepetition::decode, DailyRepetition::encode);
    // spotless:on

    /** The commands of every row. */
    public static final List<CommandType<?>> TYPES = Stream.of(YEAR_DAY, DAILY_REPEATING)
            .<CommandType<?>>flatMap(row -> Stream.of(row.setType, row.getType, row.reportType))
            .toList();

    /** Reads what a slot holds; empty if that is nothing. */
    @FunctionalInterface
    private interface Reader<S> {
        Optional<S> read(ByteReader in) throws DecodeException;
    }

    private final String name;
    private final Reader<S> reader;
    private final BiConsumer<ByteWriter, Optional<S>> writer;
    private final CommandType<Set<S>> setType;
    private final CommandType<Get<S>> getType;
    private final CommandType<Report<S>> reportType;

    @SuppressWarnings("unchecked")
    private ActiveSlot(
            String name, int set, int get, int report, Reader<S> reader, BiConsumer<ByteWriter, Optional<S>> writer) {
        this.name = name;
        this.reader = reader;
        this.writer = writer;
        this.setType = CommandType.of(
                (Class<Set<S>>) (Class<?>) Set.class, CommandClass.ACTIVE_SCHEDULE, set, in -> Set.decode(this, in));
        this.getType = CommandType.of(
                (Class<Get<S>>) (Class<?>) Get.class, CommandClass.ACTIVE_SCHEDULE, get, in -> Get.decode(this, in));
        this.reportType = CommandType.of(
                (Class<Report<S>>) (Class<?>) Report.class,
                CommandClass.ACTIVE_SCHEDULE,
                report,
                in -> Report.decode(this, in));
    }

    /** Sets the slot; without a schedule it is erased. */
    public Set<S> set(ScheduleTarget target, int slot, Optional<S> schedule) {
        return new Set<>(this, target, slot, schedule);
    }

    /**
     * Asks what the slot holds.
     *
     * @param slot 1 to 65,535, or 0 for the first that is taken
     */
    public Get<S> get(ScheduleTarget target, int slot) {
        return new Get<>(this, target, slot);
    }

    /**
     * Tells what the slot holds; without a schedule it is empty.
     *
     * @param nextSlot the next slot that is taken, 0 after the last
     */
    public Report<S> report(
            ScheduleReportCode reason, ScheduleTarget target, int slot, int nextSlot, Optional<S> schedule) {
        return new Report<>(this, reason, target, slot, nextSlot, schedule);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Schedule Set; without a schedule the slot is erased. */
    public record Set<S>(ActiveSlot<S> kind, ScheduleTarget target, int slot, Optional<S> schedule)
            implements Request<Report<S>> {

        private static final int ERASE = 0;
        private static final int MODIFY = 1;
        private static final int ACTION = 0x03;

        public Set {
            Range.u16("slot", slot);
        }

        static <S> Set<S> decode(ActiveSlot<S> kind, ByteReader in) throws DecodeException {
            int action = in.u8() & ACTION;
            if (action > MODIFY) {
                throw new DecodeException("set action " + action + " is reserved");
            }
            return new Set<>(
                    kind,
                    ScheduleTarget.decode(in),
                    in.u16(),
                    action == MODIFY ? kind.reader.read(in) : Optional.empty());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(schedule.isPresent() ? MODIFY : ERASE);
            target.encode(out);
            kind.writer.accept(out.u16(slot), schedule);
        }

        @Override
        public CommandType<Set<S>> type() {
            return kind.setType;
        }

        @Override
        public CommandType<Report<S>> answerType() {
            return kind.reportType;
        }

        @Override
        public boolean answeredBy(Report<S> report) {
            return report.kind == kind && report.target.equals(target) && report.slot == slot;
        }
    }

    /** Schedule Get. */
    public record Get<S>(ActiveSlot<S> kind, ScheduleTarget target, int slot) implements Request<Report<S>> {

        public Get {
            Range.u16("slot", slot);
        }

        static <S> Get<S> decode(ActiveSlot<S> kind, ByteReader in) throws DecodeException {
            return new Get<>(kind, ScheduleTarget.decode(in), in.u16());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            target.encode(out);
            out.u16(slot);
        }

        @Override
        public CommandType<Get<S>> type() {
            return kind.getType;
        }

        @Override
        public CommandType<Report<S>> answerType() {
            return kind.reportType;
        }

        @Override
        public boolean answeredBy(Report<S> report) {
            return report.kind == kind
                    && report.target.equals(target)
                    && (slot == 0 || report.slot == slot)
                    && report.reason.equals(ScheduleReportCode.RESPONSE_TO_GET);
        }
    }

    /** Schedule Report; without a schedule the slot is empty. */
    public record Report<S>(
            ActiveSlot<S> kind,
            ScheduleReportCode reason,
            ScheduleTarget target,
            int slot,
            int nextSlot,
            Optional<S> schedule)
            implements Command {

        private static final int REASON = 0x07;

        public Report {
            Range.check("report code", reason.code(), 0, REASON);
            Range.u16("slot", slot);
            Range.u16("next slot", nextSlot);
        }

        static <S> Report<S> decode(ActiveSlot<S> kind, ByteReader in) throws DecodeException {
            return new Report<>(
                    kind,
                    new ScheduleReportCode(in.u8() & REASON),
                    ScheduleTarget.decode(in),
                    in.u16(),
                    in.u16(),
                    kind.reader.read(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(reason.code());
            target.encode(out);
            kind.writer.accept(out.u16(slot).u16(nextSlot), schedule);
        }

        @Override
        public CommandType<Report<S>> type() {
            return kind.reportType;
        }
    }
}
