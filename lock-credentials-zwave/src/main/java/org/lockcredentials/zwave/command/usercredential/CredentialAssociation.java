package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** User Credential CC v1, User Credential Association Set and Report. */
public sealed interface CredentialAssociation extends Command {

    /** User Credential Association Set (0x12): moves a credential to another user, in its slot. */
    record Set(CredentialType credentialType, int slot, int destinationUserId)
            implements CredentialAssociation, Request<Report> {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.USER_CREDENTIAL, 0x12, Set::decode);

        public Set {
            Range.u16("slot", slot);
            Range.u16("destination user id", destinationUserId);
        }

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(new CredentialType(in.u8()), in.u16(), in.u16());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(credentialType.code());
            out.u16(slot);
            out.u16(destinationUserId);
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
            return report.credentialType().equals(credentialType) && report.slot() == slot;
        }
    }

    /** User Credential Association Report (0x13). */
    record Report(CredentialType credentialType, int slot, int destinationUserId, AssociationStatus status)
            implements CredentialAssociation {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.USER_CREDENTIAL, 0x13, Report::decode);

        public Report {
            Range.u16("slot", slot);
            Range.u16("destination user id", destinationUserId);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(new CredentialType(in.u8()), in.u16(), in.u16(), new AssociationStatus(in.u8()));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(credentialType.code());
            out.u16(slot);
            out.u16(destinationUserId);
            out.u8(status.code());
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
