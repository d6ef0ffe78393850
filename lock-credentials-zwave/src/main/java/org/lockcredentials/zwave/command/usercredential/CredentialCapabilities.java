package org.lockcredentials.zwave.command.usercredential;

import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** User Credential CC v1, Credential Capabilities Get and Report. */
public sealed interface CredentialCapabilities extends Command {

    /** Credential Capabilities Get (0x03). */
    record Get() implements CredentialCapabilities, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CREDENTIAL, 0x03, in -> new Get());

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
     * Credential Capabilities Report (0x04).
     *
     * @param checksum Credential Checksum Get is answered
     * @param adminPin there is an admin PIN code
     * @param adminPinDeactivation the admin PIN code can be switched off
     */
    record Report(boolean checksum, boolean adminPin, boolean adminPinDeactivation, List<CredentialCapability> types)
            implements CredentialCapabilities {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.USER_CREDENTIAL, 0x04, Report::decode);

        public Report {
            types = List.copyOf(types);
            Range.u8("number of credential types", types.size());
        }

        static Report decode(ByteReader in) throws DecodeException {
            int flags = in.u8();
            return new Report(
                    (flags & 0x80) != 0, (flags & 0x40) != 0, (flags & 0x20) != 0, CredentialCapability.decodeAll(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8((checksum ? 0x80 : 0) | (adminPin ? 0x40 : 0) | (adminPinDeactivation ? 0x20 : 0));
            CredentialCapability.encodeAll(out, types);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
