package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** User Credential CC v1, All Users Checksum Get and Report. */
public sealed interface AllUsersChecksum extends Command {

    /** All Users Checksum Get (0x14). */
    record Get() implements AllUsersChecksum, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CREDENTIAL, 0x14, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** All Users Checksum Report (0x15); 0 if there is no user. */
    record Report(int checksum) implements AllUsersChecksum {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.USER_CREDENTIAL, 0x15, Report::decode);

        public Report {
            Range.u16("checksum", checksum);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u16());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u16(checksum);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
