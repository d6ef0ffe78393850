package org.lockcredentials.zwave.command.doorlocklogging;

import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;
import org.lockcredentials.zwave.command.SecretBytes;

/** Door Lock Logging CC v1, Record Get and Report (SDS13781 §4.40.3, §4.40.4). */
public sealed interface LoggingRecord extends Command {

    /**
     * Door Lock Logging Record Get (0x03).
     *
     * @param record 1 for the latest and up, or 0 for the latest
     */
    record Get(int record) implements LoggingRecord, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.DOOR_LOCK_LOGGING, 0x03, Get::decode);

        public Get {
            Range.u8("record", record);
        }

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(record);
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
            return record == 0 || report.record() == record;
        }
    }

    /**
     * Door Lock Logging Record Report (0x04).
     *
     * @param filled false if there is no such record
     * @param userId 0 if the record names none
     * @param code of the user, where the lock tells that in place of the identifier
     */
    record Report(int record, boolean filled, LoggedAt at, LoggedEvent event, int userId, Optional<Secret> code)
            implements LoggingRecord {
        public static final CommandType<Report> TYPE =
                CommandType.sensitive(Report.class, CommandClass.DOOR_LOCK_LOGGING, 0x04, Report::decode);

        public Report {
            Range.u8("record", record);
            Range.u8("user id", userId);
            code.ifPresent(each -> Range.length("code", each, 1, 0xFF));
        }

        private static final int FILLED = 1;

        static Report decode(ByteReader in) throws DecodeException {
            int record = in.u8();
            int year = in.u16();
            int month = in.u8();
            int day = in.u8();
            int statusAndHour = in.u8();
            LoggedAt at = new LoggedAt(year, month, day, statusAndHour & 0x1F, in.u8(), in.u8());
            LoggedEvent event = new LoggedEvent(in.u8());
            int userId = in.u8();
            int length = in.u8();
            return new Report(
                    record,
                    statusAndHour >> 5 == FILLED,
                    at,
                    event,
                    userId,
                    length == 0 ? Optional.empty() : Optional.of(SecretBytes.read(in, length)));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(record)
                    .u16(at.year())
                    .u8(at.month())
                    .u8(at.day())
                    .u8((filled ? FILLED << 5 : 0) | at.hour())
                    .u8(at.minute())
                    .u8(at.second())
                    .u8(event.code())
                    .u8(userId)
                    .u8(code.map(Secret::length).orElse(0));
            code.ifPresent(each -> SecretBytes.write(out, each));
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
