package org.lockcredentials.zwave.command.security2;

import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandClasses;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Request;

/** Security 2 CC v1, Commands Supported Get and Report (SDS13783 §3.6.8). */
public sealed interface S2Commands extends Command {

    /** Commands Supported Get (0x0D). */
    record Get() implements S2Commands, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.SECURITY_2, 0x0D, in -> new Get());

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
     * Commands Supported Report (0x0E).
     *
     * @param commandClasses identifiers; what follows a mark is left out
     */
    record Report(List<Integer> commandClasses) implements S2Commands {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.SECURITY_2, 0x0E, Report::decode);

        public Report {
            commandClasses = CommandClasses.supporting(commandClasses).supported();
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(CommandClasses.read(in).supported());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            CommandClasses.supporting(commandClasses).write(out);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
