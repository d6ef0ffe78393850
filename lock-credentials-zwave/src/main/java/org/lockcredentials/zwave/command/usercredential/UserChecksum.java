package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** User Credential CC v1, User Checksum Get and Report. */
public sealed interface UserChecksum extends Command {

    /** User Checksum Get (0x16). */
    record Get(int userId) implements UserChecksum, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CREDENTIAL, 0x16, Get::decode);

        public Get {
            Range.u16("user id", userId);
        }

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(in.u16());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u16(userId);
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
            return report.userId() == userId;
        }
    }

    /** User Checksum Report (0x17); 0 if there is no such user. */
    record Report(int userId, int checksum) implements UserChecksum {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.USER_CREDENTIAL, 0x17, Report::decode);

        public Report {
            Range.u16("user id", userId);
            Range.u16("checksum", checksum);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u16(), in.u16());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u16(userId);
            out.u16(checksum);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
