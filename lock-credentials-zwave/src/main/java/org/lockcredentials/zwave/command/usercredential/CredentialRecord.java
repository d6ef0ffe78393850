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

/** User Credential CC v1, Credential Set, Get and Report. */
public sealed interface CredentialRecord extends Command {

    /**
     * Credential Set (0x0A).
     *
     * @param slot 1 to 65,535, or 0 to delete every credential of the type
     * @param data given unless the credential is deleted
     */
    record Set(int userId, CredentialType credentialType, int slot, Operation operation, Optional<Secret> data)
            implements CredentialRecord, Request<Report> {
        public static final CommandType<Set> TYPE =
                CommandType.sensitive(Set.class, CommandClass.USER_CREDENTIAL, 0x0A, Set::decode);

        public Set {
            Range.u16("user id", userId);
            Range.u16("slot", slot);
            data.ifPresent(each -> Range.length("credential", each, 0, 0xFF));
            if (data.isPresent() == (operation == Operation.DELETE)) {
                throw new IllegalArgumentException("data is given unless a credential is deleted");
            }
        }

        public static Set add(int userId, CredentialType type, int slot, Secret data) {
            return new Set(userId, type, slot, Operation.ADD, Optional.of(data));
        }

        public static Set modify(int userId, CredentialType type, int slot, Secret data) {
            return new Set(userId, type, slot, Operation.MODIFY, Optional.of(data));
        }

        public static Set delete(int userId, CredentialType type, int slot) {
            return new Set(userId, type, slot, Operation.DELETE, Optional.empty());
        }

        static Set decode(ByteReader in) throws DecodeException {
            int userId = in.u16();
            CredentialType type = new CredentialType(in.u8());
            int slot = in.u16();
            Operation operation = Operation.decode(in.u8());
            return new Set(
                    userId,
                    type,
                    slot,
                    operation,
                    operation == Operation.DELETE ? Optional.empty() : Optional.of(SecretBytes.read(in, in.u8())));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u16(userId).u8(credentialType.code()).u16(slot).u8(operation.code());
            data.ifPresent(each -> {
                out.u8(each.length());
                SecretBytes.write(out, each);
            });
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
            boolean stored = report.reason().equals(CredentialReportType.ADDED)
                    || report.reason().equals(CredentialReportType.MODIFIED);
            boolean anothers = stored && report.userId() != userId;
            return operation.mayEndIn(report.reason().code())
                    && !anothers
                    && report.credentialType().equals(credentialType)
                    && (report.slot() == slot || report.namesDuplicate());
        }
    }

    /**
     * Credential Get (0x0B).
     *
     * @param userId 1 to 65,535, or 0 for any user
     * @param credentialType a type, or NONE for the first there is
     * @param slot 1 to 65,535, or 0 for the first there is
     */
    record Get(int userId, CredentialType credentialType, int slot) implements CredentialRecord, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CREDENTIAL, 0x0B, Get::decode);

        public Get {
            Range.u16("user id", userId);
            Range.u16("slot", slot);
        }

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(in.u16(), new CredentialType(in.u8()), in.u16());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u16(userId);
            out.u8(credentialType.code());
            out.u16(slot);
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
            return report.reason().equals(CredentialReportType.RESPONSE_TO_GET)
                    && (credentialType.equals(CredentialType.NONE)
                            || report.credentialType().equals(credentialType))
                    && (slot == 0 || report.slot() == slot);
        }
    }

    /**
     * Credential Report (0x0C): the answer to a Get, the outcome of a Set, or news of a change.
     *
     * @param readBack true if {@code data} is what is stored, false if it is a hash of it or nothing
     * @param modifier its type is DOES_NOT_EXIST if there is no such credential
     * @param nextType type of the next credential of the user, NONE after the last
     * @param nextSlot slot of the next credential of the user, 0 after the last
     */
    record Report(
            CredentialReportType reason,
            int userId,
            CredentialType credentialType,
            int slot,
            boolean readBack,
            Secret data,
            Modifier modifier,
            CredentialType nextType,
            int nextSlot)
            implements CredentialRecord {
        public static final CommandType<Report> TYPE =
                CommandType.sensitive(Report.class, CommandClass.USER_CREDENTIAL, 0x0C, Report::decode);

        public Report {
            Range.u16("user id", userId);
            Range.u16("slot", slot);
            Range.length("credential", data, 0, 0xFF);
            Range.u16("next slot", nextSlot);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(
                    new CredentialReportType(in.u8()),
                    in.u16(),
                    new CredentialType(in.u8()),
                    in.u16(),
                    (in.u8() & 0x80) != 0,
                    SecretBytes.read(in, in.u8()),
                    Modifier.decode(in),
                    new CredentialType(in.u8()),
                    in.u16());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(reason.code())
                    .u16(userId)
                    .u8(credentialType.code())
                    .u16(slot)
                    .u8(readBack ? 0x80 : 0)
                    .u8(data.length());
            SecretBytes.write(out, data);
            modifier.encode(out);
            out.u8(nextType.code()).u16(nextSlot);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }

        /** A refused duplicate: user and slot are those of the credential that is there already, not of the one sent. */
        public boolean namesDuplicate() {
            return reason.equals(CredentialReportType.DUPLICATE)
                    || reason.equals(CredentialReportType.DUPLICATE_ADMIN_PIN);
        }
    }
}
