package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** User Credential CC v1, Credential Learn Start, Cancel and Report. */
public sealed interface CredentialLearn extends Command {

    /**
     * Credential Learn Start (0x0F).
     *
     * @param operation ADD or MODIFY
     * @param timeout in seconds for each step, 0 to 255
     */
    record Start(int userId, CredentialType credentialType, int slot, Operation operation, int timeout)
            implements CredentialLearn, Request<Report> {
        public static final CommandType<Start> TYPE =
                CommandType.of(Start.class, CommandClass.USER_CREDENTIAL, 0x0F, Start::decode);

        public Start {
            Range.u16("user id", userId);
            Range.u16("slot", slot);
            Range.u8("timeout", timeout);
        }

        static Start decode(ByteReader in) throws DecodeException {
            return new Start(in.u16(), new CredentialType(in.u8()), in.u16(), Operation.decode(in.u8()), in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u16(userId);
            out.u8(credentialType.code());
            out.u16(slot);
            out.u8(operation.code());
            out.u8(timeout);
        }

        @Override
        public CommandType<Start> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }

        @Override
        public boolean answeredBy(Report report) {
            return report.userId() == userId && report.credentialType().equals(credentialType) && report.slot() == slot;
        }
    }

    /** Credential Learn Cancel (0x10). */
    record Cancel() implements CredentialLearn {
        public static final CommandType<Cancel> TYPE =
                CommandType.of(Cancel.class, CommandClass.USER_CREDENTIAL, 0x10, in -> new Cancel());

        @Override
        public CommandType<Cancel> type() {
            return TYPE;
        }
    }

    /** Credential Learn Report (0x11), sent for each step. */
    record Report(LearnStatus status, int userId, CredentialType credentialType, int slot, int stepsRemaining)
            implements CredentialLearn {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.USER_CREDENTIAL, 0x11, Report::decode);

        public Report {
            Range.u16("user id", userId);
            Range.u16("slot", slot);
            Range.u8("steps remaining", stepsRemaining);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(new LearnStatus(in.u8()), in.u16(), new CredentialType(in.u8()), in.u16(), in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(status.code());
            out.u16(userId);
            out.u8(credentialType.code());
            out.u16(slot);
            out.u8(stepsRemaining);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
