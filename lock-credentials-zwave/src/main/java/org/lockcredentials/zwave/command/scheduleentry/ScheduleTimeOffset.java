package org.lockcredentials.zwave.command.scheduleentry;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Request;
import org.lockcredentials.zwave.command.time.LocalOffset;

/** Schedule Entry Lock CC v2, Time Offset Get, Report and Set (SDS13781 §4.91.1 to §4.91.3). */
public sealed interface ScheduleTimeOffset extends Command {

    /** Schedule Entry Lock Time Offset Get (0x0B). */
    record Get() implements ScheduleTimeOffset, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x0B, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** Schedule Entry Lock Time Offset Report (0x0C). */
    record Report(LocalOffset offset) implements ScheduleTimeOffset {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x0C, Report::decode);

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(LocalOffset.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            offset.encode(out);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }

    /** Schedule Entry Lock Time Offset Set (0x0D): the local time in which all schedules are meant. */
    record Set(LocalOffset offset) implements ScheduleTimeOffset {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.SCHEDULE_ENTRY_LOCK, 0x0D, Set::decode);

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(LocalOffset.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            offset.encode(out);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }
}
