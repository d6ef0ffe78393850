package org.lockcredentials.zwave.command.usercode;

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

/** User Code CC v2, Capabilities Get and Report (SDS13781 §4.116.7, §4.116.8). */
public sealed interface UserCodeCapabilities extends Command {

    /** User Code Capabilities Get (0x06). */
    record Get() implements UserCodeCapabilities, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CODE, 0x06, in -> new Get());

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
     * User Code Capabilities Report (0x07).
     *
     * @param adminCode there is an admin code
     * @param adminCodeDeactivation the admin code can be switched off
     * @param checksum User Code Checksum Get is answered
     * @param multipleReport one report can carry several users
     * @param multipleSet one Set can carry several users
     * @param keys ASCII codes that can be entered at the keypad
     */
    record Report(
            boolean adminCode,
            boolean adminCodeDeactivation,
            boolean checksum,
            boolean multipleReport,
            boolean multipleSet,
            Set<UserIdStatus> statuses,
            Set<KeypadMode> keypadModes,
            Set<Integer> keys)
            implements UserCodeCapabilities {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.USER_CODE, 0x07, Report::decode);

        public Report {
            statuses = Set.copyOf(statuses);
            keypadModes = Set.copyOf(keypadModes);
            keys = Set.copyOf(keys);
            keys.forEach(key -> Range.check("key", key, 0, 247));
            statuses.forEach(status -> Range.check("user id status", status.code(), 0, 247));
            keypadModes.forEach(mode -> Range.check("keypad mode", mode.code(), 0, 247));
        }

        static Report decode(ByteReader in) throws DecodeException {
            int admin = in.u8();
            Set<UserIdStatus> statuses = BitMask.read(in, admin & 0x1F, UserIdStatus::new);
            int bulk = in.u8();
            Set<KeypadMode> modes = BitMask.read(in, bulk & 0x1F, KeypadMode::new);
            Set<Integer> keys = BitMask.read(in, in.u8() & 0x1F, key -> key);
            return new Report(
                    (admin & 0x80) != 0,
                    (admin & 0x40) != 0,
                    (bulk & 0x80) != 0,
                    (bulk & 0x40) != 0,
                    (bulk & 0x20) != 0,
                    statuses,
                    modes,
                    keys);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8((adminCode ? 0x80 : 0)
                    | (adminCodeDeactivation ? 0x40 : 0)
                    | BitMask.length(statuses, UserIdStatus::code));
            BitMask.write(out, statuses, UserIdStatus::code);
            out.u8((checksum ? 0x80 : 0)
                    | (multipleReport ? 0x40 : 0)
                    | (multipleSet ? 0x20 : 0)
                    | BitMask.length(keypadModes, KeypadMode::code));
            BitMask.write(out, keypadModes, KeypadMode::code);
            out.u8(BitMask.length(keys, key -> key));
            BitMask.write(out, keys, key -> key);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
