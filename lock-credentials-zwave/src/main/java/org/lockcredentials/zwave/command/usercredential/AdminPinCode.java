package org.lockcredentials.zwave.command.usercredential;

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

/** User Credential CC v1, Admin PIN Code Set, Get and Report. */
public sealed interface AdminPinCode extends Command {

    /** Admin PIN Code Set (0x1A); without a code it is switched off, where the lock can. */
    record Set(Optional<Secret> code) implements AdminPinCode, Request<Report> {
        public static final CommandType<Set> TYPE =
                CommandType.sensitive(Set.class, CommandClass.USER_CREDENTIAL, 0x1A, Set::decode);

        public Set {
            code.ifPresent(each -> Range.length("code", each, 1, 15));
        }

        static Set decode(ByteReader in) throws DecodeException {
            int length = in.u8() & 0x0F;
            return new Set(length == 0 ? Optional.empty() : Optional.of(SecretBytes.read(in, length)));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(code.map(Secret::length).orElse(0));
            code.ifPresent(each -> SecretBytes.write(out, each));
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }

        @Override
        public boolean answeredBy(Report report) {
            return !report.result().equals(AdminPinResult.RESPONSE_TO_GET);
        }
    }

    /** Admin PIN Code Get (0x1B). */
    record Get() implements AdminPinCode, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CREDENTIAL, 0x1B, in -> new Get());

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
            return report.result().equals(AdminPinResult.RESPONSE_TO_GET);
        }
    }

    /**
     * Admin PIN Code Report (0x1C).
     *
     * @param result an outcome, 0 to 15
     * @param code empty if it is switched off or not told
     */
    record Report(AdminPinResult result, Optional<Secret> code) implements AdminPinCode {
        public static final CommandType<Report> TYPE =
                CommandType.sensitive(Report.class, CommandClass.USER_CREDENTIAL, 0x1C, Report::decode);

        public Report {
            Range.check("admin PIN result", result.code(), 0, 15);
            code.ifPresent(each -> Range.length("code", each, 1, 15));
        }

        static Report decode(ByteReader in) throws DecodeException {
            int head = in.u8();
            int length = head & 0x0F;
            return new Report(
                    new AdminPinResult(head >> 4),
                    length == 0 ? Optional.empty() : Optional.of(SecretBytes.read(in, length)));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(result.code() << 4 | code.map(Secret::length).orElse(0));
            code.ifPresent(each -> SecretBytes.write(out, each));
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
