package org.lockcredentials.zwave.command.configuration;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;
import org.lockcredentials.zwave.command.SignedValue;

/** Configuration CC v1, Set, Get and Report (SDS13781 §4.30.2 to §4.30.4). */
public sealed interface Configuration extends Command {

    /**
     * Configuration Set (0x04).
     *
     * @param restoreDefault true to go back to the default, whatever the value
     * @param size 1, 2 or 4 bytes, as the product says
     */
    record Set(int parameter, boolean restoreDefault, int size, int value) implements Configuration {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.CONFIGURATION, 0x04, Set::decode);

        public Set {
            Range.u8("parameter", parameter);
            SignedValue.checkSize(size);
        }

        static Set decode(ByteReader in) throws DecodeException {
            int parameter = in.u8();
            int format = in.u8();
            int size = format & 0x07;
            return new Set(parameter, (format & 0x80) != 0, size, SignedValue.decode(in, size));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(parameter).u8((restoreDefault ? 0x80 : 0) | size);
            SignedValue.encode(out, value, size);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /** Configuration Get (0x05); a node without the parameter may answer for another. */
    record Get(int parameter) implements Configuration, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.CONFIGURATION, 0x05, Get::decode);

        public Get {
            Range.u8("parameter", parameter);
        }

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(parameter);
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
            return report.parameter() == parameter;
        }
    }

    /** Configuration Report (0x06). */
    record Report(int parameter, int size, int value) implements Configuration {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.CONFIGURATION, 0x06, Report::decode);

        public Report {
            Range.u8("parameter", parameter);
            SignedValue.checkSize(size);
        }

        static Report decode(ByteReader in) throws DecodeException {
            int parameter = in.u8();
            int size = in.u8() & 0x07;
            return new Report(parameter, size, SignedValue.decode(in, size));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(parameter).u8(size);
            SignedValue.encode(out, value, size);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
