package org.lockcredentials.zwave.command.usercode;

import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Request;

/**
 * User Code CC v2, Admin Code Set, Get and Report, once named Master Code (SDS13781 §4.116.15 to §4.116.17).
 */
public sealed interface AdminCode extends Command {

    /** Admin Code Set (0x0E); without a code it is switched off, where the lock can. */
    record Set(Optional<Secret> code) implements AdminCode {
        public static final CommandType<Set> TYPE =
                CommandType.sensitive(Set.class, CommandClass.USER_CODE, 0x0E, Set::decode);

        public Set {
            LengthedCode.check(code);
        }

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(LengthedCode.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            LengthedCode.encode(out, code);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /** Admin Code Get (0x0F). */
    record Get() implements AdminCode, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CODE, 0x0F, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** Admin Code Report (0x10); without a code it is switched off or the lock has none. */
    record Report(Optional<Secret> code) implements AdminCode {
        public static final CommandType<Report> TYPE =
                CommandType.sensitive(Report.class, CommandClass.USER_CODE, 0x10, Report::decode);

        public Report {
            LengthedCode.check(code);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(LengthedCode.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            LengthedCode.encode(out, code);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
