package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** User Credential CC v1, Credential Checksum Get and Report. */
public sealed interface CredentialChecksum extends Command {

    /** Credential Checksum Get (0x18). */
    record Get(CredentialType credentialType) implements CredentialChecksum, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CREDENTIAL, 0x18, Get::decode);

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(new CredentialType(in.u8()));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(credentialType.code());
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
            return report.credentialType().equals(credentialType);
        }
    }

    /** Credential Checksum Report (0x19); 0 if there is no credential of the type. */
    record Report(CredentialType credentialType, int checksum) implements CredentialChecksum {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.USER_CREDENTIAL, 0x19, Report::decode);

        public Report {
            Range.u16("checksum", checksum);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(new CredentialType(in.u8()), in.u16());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(credentialType.code());
            out.u16(checksum);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
