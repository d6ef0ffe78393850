package org.lockcredentials.zwave.command.scheduleentry;

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
 * Set, Get and Report of a schedule slot: one row for each kind of schedule, and one for those whose users are named in two bytes (Schedule
 * Entry Lock CC v1 and v3, SDS13781 §4.90.5 to §4.90.10, §4.92.2 to §4.92.4; v4).
 *
 * @param <S> the schedule that a slot holds
 */
public final class EntrySlot<S> {

    // spotless:off
    public static final EntrySlot<WeekDaySchedule> WEEK_DAY =
        new EntrySlot<>("Week Day",                 1, 0x03, 0x04, 0x05, WeekDaySchedule::decode, WeekDaySchedule::encode);
    public static final EntrySlot<YearDaySchedule> YEAR_DAY =
        new EntrySlot<>("Year Day",                 1, 0x06, 0x07, 0x08, YearDaySchedule::decode, YearDaySchedule::encode);
    public static final EntrySlot<DailyRepeatingSchedule> DAILY_REPEATING =
        new EntrySlot<>("Daily Repeating",          1, 0x10, 0x0E, 0x0F, DailyRepeatingSchedule::decode, DailyRepeatingSchedule::encode);
    public static final EntrySlot<WeekDaySchedule> EXTENDED_WEEK_DAY =
        new EntrySlot<>("Extended Week Day",        2, 0x12, 0x13, 0x14, WeekDaySchedule::decode, WeekDaySchedule::encode);
    public static final EntrySlot<YearDaySchedule> EXTENDED_YEAR_DAY =
        new EntrySlot<>("Extended Year Day",        2, 0x15, 0x16, 0x17, YearDaySchedule::decode, YearDaySchedule::encode);
    public static final EntrySlot<DailyRepeatingSchedule> EXTENDED_DAILY_REPEATING =
        new EntrySlot<>("Extended Daily Repeating", 2, 0x18, 0x19, 0x1A, DailyRepeatingSchedule::decode, DailyRepeatingSchedule::encode);
    // spotless:on

    /** The commands of every row. */
    public static final List<CommandType<?>> TYPES = Stream.of(
                    WEEK_DAY, YEAR_DAY, DAILY_REPEATING, EXTENDED_WEEK_DAY, EXTENDED_YEAR_DAY, EXTENDED_DAILY_REPEATING)
            .<CommandType<?>>flatMap(row -> Stream.of(row.setType, row.getType, row.reportType))
            .toList();

    /** Reads what a slot holds; empty if that is nothing. */
    @FunctionalInterface
    private interface Reader<S> {
        Optional<S> read(ByteReader in) throws DecodeException;
    }

    private final String name;
    private final int userBytes;
    private final Reader<S> reader;
    private final BiConsumer<ByteWriter, Optional<S>> writer;
    private final CommandType<Set<S>> setType;
    private final CommandType<Get<S>> getType;
    private final CommandType<Report<S>> reportType;

    @SuppressWarnings("unchecked")
    private EntrySlot(
            String name,
            int userBytes,
            int set,
            int get,
            int report,
            Reader<S> reader,
            BiConsumer<ByteWriter, Optional<S>> writer) {
        this.name = name;
        this.userBytes = userBytes;
        this.reader = reader;
        this.writer = writer;
        this.setType = CommandType.of(
                (Class<Set<S>>) (Class<?>) Set.class,
                CommandClass.SCHEDULE_ENTRY_LOCK,
                set,
                in -> Set.decode(this, in));
        this.getType = CommandType.of(
                (Class<Get<S>>) (Class<?>) Get.class,
                CommandClass.SCHEDULE_ENTRY_LOCK,
                get,
                in -> Get.decode(this, in));
        this.reportType = CommandType.of(
                (Class<Report<S>>) (Class<?>) Report.class,
                CommandClass.SCHEDULE_ENTRY_LOCK,
                report,
                in -> Report.decode(this, in));
    }

    /** Sets the slot; without a schedule it is erased. */
    public Set<S> set(int userId, int slot, Optional<S> schedule) {
        return new Set<>(this, userId, slot, schedule);
    }

    /** Asks what the slot holds. */
    public Get<S> get(int userId, int slot) {
        return new Get<>(this, userId, slot);
    }

    /** Tells what the slot holds; without a schedule it is empty. */
    public Report<S> report(int userId, int slot, Optional<S> schedule) {
        return new Report<>(this, userId, slot, schedule);
    }

    @Override
    public String toString() {
        return name;
    }

    private void check(int userId, int slot) {
        Range.check("user id", userId, 0, userBytes == 1 ? 0xFF : 0xFFFF);
        Range.u8("slot", slot);
    }

    private int readUser(ByteReader in) throws DecodeException {
        return userBytes == 1 ? in.u8() : in.u16();
    }

    private ByteWriter writePlace(ByteWriter out, int userId, int slot) {
        return (userBytes == 1 ? out.u8(userId) : out.u16(userId)).u8(slot);
    }

    /** Schedule Set; without a schedule the slot is erased. */
    public record Set<S>(EntrySlot<S> kind, int userId, int slot, Optional<S> schedule) implements Command {

        private static final int ERASE = 0;
        private static final int MODIFY = 1;

        public Set {
            kind.check(userId, slot);
        }

        static <S> Set<S> decode(EntrySlot<S> kind, ByteReader in) throws DecodeException {
            int action = in.u8();
            if (action > MODIFY) {
                throw new DecodeException("set action " + action + " is reserved");
            }
            return new Set<>(
                    kind, kind.readUser(in), in.u8(), action == MODIFY ? kind.reader.read(in) : Optional.empty());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(schedule.isPresent() ? MODIFY : ERASE);
            kind.writer.accept(kind.writePlace(out, userId, slot), schedule);
        }

        @Override
        public CommandType<Set<S>> type() {
            return kind.setType;
        }
    }

    /** Schedule Get. */
    public record Get<S>(EntrySlot<S> kind, int userId, int slot) implements Request<Report<S>> {

        public Get {
            kind.check(userId, slot);
        }

        static <S> Get<S> decode(EntrySlot<S> kind, ByteReader in) throws DecodeException {
            return new Get<>(kind, kind.readUser(in), in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            kind.writePlace(out, userId, slot);
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
            return report.kind == kind && report.userId == userId && report.slot == slot;
        }
    }

    /** Schedule Report; without a schedule the slot is empty. */
    public record Report<S>(EntrySlot<S> kind, int userId, int slot, Optional<S> schedule) implements Command {

        public Report {
            kind.check(userId, slot);
        }

        static <S> Report<S> decode(EntrySlot<S> kind, ByteReader in) throws DecodeException {
            return new Report<>(kind, kind.readUser(in), in.u8(), kind.reader.read(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            kind.writer.accept(kind.writePlace(out, userId, slot), schedule);
        }

        @Override
        public CommandType<Report<S>> type() {
            return kind.reportType;
        }
    }
}
