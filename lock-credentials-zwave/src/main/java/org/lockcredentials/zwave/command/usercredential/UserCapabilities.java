package org.lockcredentials.zwave.command.usercredential;

import java.util.EnumSet;
import java.util.Set;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.BitMask;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** User Credential CC v1, User Capabilities Get and Report. */
public sealed interface UserCapabilities extends Command {

    /** User Capabilities Get (0x01). */
    record Get() implements UserCapabilities, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CREDENTIAL, 0x01, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /**
     * User Capabilities Report (0x02).
     *
     * @param supportedUsers highest user identifier, 0 to 65,535
     * @param maxNameLength in bytes, 0 to 255
     * @param encodings of names; none told means all
     */
    record Report(
            int supportedUsers,
            Set<CredentialRule> rules,
            int maxNameLength,
            Set<NameEncoding> encodings,
            boolean userChecksum,
            boolean allUsersChecksum,
            boolean userSchedules,
            Set<UserType> types)
            implements UserCapabilities {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.USER_CREDENTIAL, 0x02, Report::decode);

        public Report {
            Range.u16("supported users", supportedUsers);
            Range.u8("name length", maxNameLength);
            rules = Set.copyOf(rules);
            rules.forEach(rule -> Range.check("credential rule", rule.code(), 0, 7));
            encodings = encodings.isEmpty() ? Set.of(NameEncoding.values()) : Set.copyOf(encodings);
            types = Set.copyOf(types);
        }

        static Report decode(ByteReader in) throws DecodeException {
            int supportedUsers = in.u16();
            Set<CredentialRule> rules = BitMask.read(in, 1, CredentialRule::new);
            int maxNameLength = in.u8();
            int flags = in.u8();
            Set<NameEncoding> encodings = EnumSet.noneOf(NameEncoding.class);
            for (NameEncoding each : NameEncoding.values()) {
                if ((flags & 0x04 << each.code()) != 0) {
                    encodings.add(each);
                }
            }
            return new Report(
                    supportedUsers,
                    rules,
                    maxNameLength,
                    encodings,
                    (flags & 0x20) != 0,
                    (flags & 0x40) != 0,
                    (flags & 0x80) != 0,
                    BitMask.read(in, in.u8(), UserType::new));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            int flags = (userChecksum ? 0x20 : 0) | (allUsersChecksum ? 0x40 : 0) | (userSchedules ? 0x80 : 0);
            for (NameEncoding each : encodings) {
                flags |= 0x04 << each.code();
            }
            out.u16(supportedUsers)
                    .u8(rules.stream().mapToInt(rule -> 1 << rule.code()).sum())
                    .u8(maxNameLength)
                    .u8(flags)
                    .u8(BitMask.length(types, UserType::code));
            BitMask.write(out, types, UserType::code);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
