package org.lockcredentials.zwave.command.security0;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandClasses;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Security 0 CC v1, Security Commands Supported Get and Report (SDS13783 §3.5.4.2, §3.5.4.3). */
public sealed interface S0Commands extends Command {

    /** Security Commands Supported Get (0x02). */
    record Get() implements S0Commands, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.SECURITY_0, 0x02, in -> new Get());

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
     * Security Commands Supported Report (0x03).
     *
     * @param reportsToFollow how many more reports tell the rest
     */
    record Report(int reportsToFollow, CommandClasses commandClasses) implements S0Commands {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.SECURITY_0, 0x03, Report::decode);

        public Report {
            Range.u8("reports to follow", reportsToFollow);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u8(), CommandClasses.read(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(reportsToFollow);
            commandClasses.write(out);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
