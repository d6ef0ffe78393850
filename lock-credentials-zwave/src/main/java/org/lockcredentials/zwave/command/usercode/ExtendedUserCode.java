package org.lockcredentials.zwave.command.usercode;

import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** User Code CC v2, Extended User Code Set, Get and Report (SDS13781 §4.116.12 to §4.116.14). */
public sealed interface ExtendedUserCode extends Command {

    /**
     * Extended User Code Set (0x0B).
     *
     * @param entries 1 to 255; more than one only if the lock can be set several at once
     */
    record Set(List<UserCodeEntry> entries) implements ExtendedUserCode {
        public static final CommandType<Set> TYPE =
                CommandType.sensitive(Set.class, CommandClass.USER_CODE, 0x0B, Set::decode);

        public Set {
            entries = List.copyOf(entries);
            Range.check("number of user codes", entries.size(), 1, 255);
        }

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(UserCodeEntry.decodeAll(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            UserCodeEntry.encodeAll(out, entries);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /**
     * Extended User Code Get (0x0C).
     *
     * @param userId 1 to 65,535
     * @param reportMore asks for as many of the next users as fit, where the lock can
     */
    record Get(int userId, boolean reportMore) implements ExtendedUserCode, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CODE, 0x0C, Get::decode);

        public Get {
            Range.u16("user id", userId);
        }

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(in.u16(), (in.u8() & 0x01) != 0);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u16(userId);
            out.u8(reportMore ? 1 : 0);
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
            return !report.entries().isEmpty() && report.entries().get(0).userId() == userId;
        }
    }

    /**
     * Extended User Code Report (0x0D).
     *
     * @param entries consecutive users that are not available, the requested one first
     * @param nextUserId the next user that is not available, 0 after the last
     */
    record Report(List<UserCodeEntry> entries, int nextUserId) implements ExtendedUserCode {
        public static final CommandType<Report> TYPE =
                CommandType.sensitive(Report.class, CommandClass.USER_CODE, 0x0D, Report::decode);

        public Report {
            Range.u16("next user id", nextUserId);
            entries = List.copyOf(entries);
            Range.check("number of user codes", entries.size(), 0, 255);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(UserCodeEntry.decodeAll(in), in.u16());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            UserCodeEntry.encodeAll(out, entries);
            out.u16(nextUserId);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
