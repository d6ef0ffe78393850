package org.lockcredentials.zwave.command.doorlocklogging;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Door Lock Logging CC v1, Records Supported Get and Report (SDS13781 §4.40.1, §4.40.2). */
public sealed interface LoggingRecordsSupported extends Command {

    /** Door Lock Logging Records Supported Get (0x01). */
    record Get() implements LoggingRecordsSupported, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.DOOR_LOCK_LOGGING, 0x01, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** Door Lock Logging Records Supported Report (0x02). */
    record Report(int records) implements LoggingRecordsSupported {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.DOOR_LOCK_LOGGING, 0x02, Report::decode);

        public Report {
            Range.u8("records", records);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(records);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
