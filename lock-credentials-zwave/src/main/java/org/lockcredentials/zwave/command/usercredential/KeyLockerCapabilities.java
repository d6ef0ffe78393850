package org.lockcredentials.zwave.command.usercredential;

import java.util.ArrayList;
import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** User Credential CC v2, Key Locker Capabilities Get and Report. */
public sealed interface KeyLockerCapabilities extends Command {

    /** Key Locker Capabilities Get (0x1D). */
    record Get() implements KeyLockerCapabilities, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CREDENTIAL, 0x1D, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** Key Locker Capabilities Report (0x1E). */
    record Report(List<KeyLockerCapability> types) implements KeyLockerCapabilities {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.USER_CREDENTIAL, 0x1E, Report::decode);

        public Report {
            types = List.copyOf(types);
            Range.u8("number of entry types", types.size());
        }

        static Report decode(ByteReader in) throws DecodeException {
            int count = in.u8();
            ByteReader types = in.slice(count);
            ByteReader slots = in.slice(2 * count);
            ByteReader minLengths = in.slice(2 * count);
            ByteReader maxLengths = in.slice(2 * count);
            List<KeyLockerCapability> capabilities = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                capabilities.add(new KeyLockerCapability(
                        new KeyLockerEntryType(types.u8()), slots.u16(), minLengths.u16(), maxLengths.u16()));
            }
            return new Report(capabilities);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(types.size());
            types.forEach(each -> out.u8(each.type().code()));
            types.forEach(each -> out.u16(each.slots()));
            types.forEach(each -> out.u16(each.minLength()));
            types.forEach(each -> out.u16(each.maxLength()));
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
