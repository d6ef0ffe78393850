package org.lockcredentials.zwave.command.usercode;

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

/** User Code CC v1, Set, Get and Report (SDS13781 §4.115.2 to §4.115.4). */
public sealed interface UserCode extends Command {

    /**
     * User Code Set (0x01).
     *
     * @param userId 1 to 255, or 0 for every user
     * @param code 4 to 10 digits, or four zero bytes for a user that becomes available
     */
    record Set(int userId, UserIdStatus status, Secret code) implements UserCode {
        public static final CommandType<Set> TYPE =
                CommandType.sensitive(Set.class, CommandClass.USER_CODE, 0x01, Set::decode);

        public Set {
            Range.u8("user id", userId);
            Range.length("code", code, 0, 255);
        }

        /** Clears one user, or with 0 every user. */
        public static Set clear(int userId) {
            return new Set(userId, UserIdStatus.AVAILABLE, Secret.of(new byte[4]));
        }

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(in.u8(), new UserIdStatus(in.u8()), SecretBytes.rest(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(userId).u8(status.code());
            SecretBytes.write(out, code);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /**
     * User Code Get (0x02).
     *
     * @param userId 1 to 255
     */
    record Get(int userId) implements UserCode, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CODE, 0x02, Get::decode);

        public Get {
            Range.u8("user id", userId);
        }

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(userId);
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

    /**
     * User Code Report (0x03).
     *
     * @param code empty if none is set or told; the zero bytes with which some locks fill the field are left out
     */
    record Report(int userId, UserIdStatus status, Optional<Secret> code) implements UserCode {
        public static final CommandType<Report> TYPE =
                CommandType.sensitive(Report.class, CommandClass.USER_CODE, 0x03, Report::decode);

        public Report {
            Range.u8("user id", userId);
        }

        static Report decode(ByteReader in) throws DecodeException {
            int userId = in.u8();
            UserIdStatus status = new UserIdStatus(in.u8());
            return new Report(userId, status, ReportedCode.rest(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(userId).u8(status.code());
            if (code.isPresent()) {
                SecretBytes.write(out, code.get());
            } else if (status.equals(UserIdStatus.AVAILABLE)) {
                out.u32(0);
            }
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
