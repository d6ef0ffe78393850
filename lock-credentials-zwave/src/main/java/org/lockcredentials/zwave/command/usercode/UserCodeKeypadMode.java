package org.lockcredentials.zwave.command.usercode;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Request;

/** User Code CC v2, Keypad Mode Set, Get and Report (SDS13781 §4.116.9 to §4.116.11). */
public sealed interface UserCodeKeypadMode extends Command {

    /** User Code Keypad Mode Set (0x08). */
    record Set(KeypadMode mode) implements UserCodeKeypadMode {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.USER_CODE, 0x08, Set::decode);

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(new KeypadMode(in.u8()));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(mode.code());
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /** User Code Keypad Mode Get (0x09). */
    record Get() implements UserCodeKeypadMode, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CODE, 0x09, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** User Code Keypad Mode Report (0x0A); also sent unasked when the mode changes. */
    record Report(KeypadMode mode) implements UserCodeKeypadMode {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.USER_CODE, 0x0A, Report::decode);

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(new KeypadMode(in.u8()));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(mode.code());
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
