package org.lockcredentials.zwave.command.usercredential;

import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** User Credential CC v1, User Set, Get and Report. */
public sealed interface UserRecord extends Command {

    /**
     * User Set (0x05).
     *
     * @param userId 1 to 65,535, or 0 to delete every user
     * @param properties given unless the user is deleted
     */
    record Set(Operation operation, int userId, Optional<UserProperties> properties)
            implements UserRecord, Request<Report> {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.USER_CREDENTIAL, 0x05, Set::decode);

        public Set {
            Range.u16("user id", userId);
            if (properties.isPresent() == (operation == Operation.DELETE)) {
                throw new IllegalArgumentException("properties are given unless a user is deleted");
            }
        }

        public static Set add(int userId, UserProperties properties) {
            return new Set(Operation.ADD, userId, Optional.of(properties));
        }

        public static Set modify(int userId, UserProperties properties) {
            return new Set(Operation.MODIFY, userId, Optional.of(properties));
        }

        /** Deletes one user, or with 0 every user, and all credentials with them. */
        public static Set delete(int userId) {
            return new Set(Operation.DELETE, userId, Optional.empty());
        }

        static Set decode(ByteReader in) throws DecodeException {
            Operation operation = Operation.decode(in.u8());
            int userId = in.u16();
            return new Set(
                    operation,
                    userId,
                    operation == Operation.DELETE ? Optional.empty() : Optional.of(UserProperties.decode(in)));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(operation.code()).u16(userId);
            properties.ifPresent(each -> each.encode(out));
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
            return report.userId() == userId
                    && operation.mayEndIn(report.reason().code());
        }
    }

    /**
     * User Get (0x06).
     *
     * @param userId 1 to 65,535, or 0 for the first user there is
     */
    record Get(int userId) implements UserRecord, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CREDENTIAL, 0x06, Get::decode);

        public Get {
            Range.u16("user id", userId);
        }

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(in.u16());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u16(userId);
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
            return report.reason().equals(UserReportType.RESPONSE_TO_GET) && (userId == 0 || report.userId() == userId);
        }
    }

    /**
     * User Report (0x07): the answer to a Get, the outcome of a Set, or news of a change.
     *
     * @param nextUserId the next user there is, 0 after the last
     * @param modifier its type is DOES_NOT_EXIST if there is no such user
     */
    record Report(UserReportType reason, int nextUserId, Modifier modifier, int userId, UserProperties properties)
            implements UserRecord {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.USER_CREDENTIAL, 0x07, Report::decode);

        public Report {
            Range.u16("next user id", nextUserId);
            Range.u16("user id", userId);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(
                    new UserReportType(in.u8()), in.u16(), Modifier.decode(in), in.u16(), UserProperties.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(reason.code()).u16(nextUserId);
            modifier.encode(out);
            out.u16(userId);
            properties.encode(out);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
