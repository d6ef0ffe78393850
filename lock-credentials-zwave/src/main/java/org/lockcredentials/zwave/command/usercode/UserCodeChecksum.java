package org.lockcredentials.zwave.command.usercode;

import java.util.Collection;
import java.util.Comparator;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.CrcCcitt;
import org.lockcredentials.zwave.command.CrcPiece;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;
import org.lockcredentials.zwave.command.SecretBytes;

/** User Code CC v2, Checksum Get and Report (SDS13781 §4.116.18, §4.116.19). */
public sealed interface UserCodeChecksum extends Command {

    /** User Code Checksum Get (0x11). */
    record Get() implements UserCodeChecksum, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CODE, 0x11, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** User Code Checksum Report (0x12); 0 if no code is set. */
    record Report(int checksum) implements UserCodeChecksum {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.USER_CODE, 0x12, Report::decode);

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

    /** The checksum that a lock with these users reports; users that are available do not count, nor does the admin code. */
    static int of(Collection<UserCodeEntry> users) {
        ByteWriter data = new ByteWriter();
        users.stream()
                .filter(each -> !each.status().equals(UserIdStatus.AVAILABLE))
                .sorted(Comparator.comparingInt(UserCodeEntry::userId))
                .forEach(each -> user(data, each));
        return CrcCcitt.ofSecret(data);
    }

    /** What a user who counts adds to the checksum, after those of lower identifiers. */
    static CrcPiece piece(UserCodeEntry user) {
        ByteWriter data = new ByteWriter();
        user(data, user);
        return CrcPiece.ofSecret(data);
    }

    private static void user(ByteWriter data, UserCodeEntry user) {
        data.u16(user.userId()).u8(user.status().code());
        user.code().ifPresent(code -> SecretBytes.write(data, code));
    }
}
