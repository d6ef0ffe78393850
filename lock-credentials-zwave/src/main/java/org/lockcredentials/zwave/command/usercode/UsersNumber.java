package org.lockcredentials.zwave.command.usercode;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** User Code CC v1 and v2, Users Number Get and Report (SDS13781 §4.115.5, §4.116.6). */
public sealed interface UsersNumber extends Command {

    /** Users Number Get (0x04). */
    record Get() implements UsersNumber, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CODE, 0x04, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /**
     * Users Number Report (0x05).
     *
     * @param supportedUsers 0 to 65,535; version 1 reports end at 255
     */
    record Report(int supportedUsers) implements UsersNumber {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.USER_CODE, 0x05, Report::decode);

        public Report {
            Range.u16("supported users", supportedUsers);
        }

        static Report decode(ByteReader in) throws DecodeException {
            int supportedUsers = in.u8();
            return new Report(in.remaining() < 2 ? supportedUsers : in.u16());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(Math.min(supportedUsers, 0xFF)).u16(supportedUsers);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
