package org.lockcredentials.zwave.command.association;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Association CC v2, Specific Group Get and Report (SDS13782 §4.4.5, §4.4.6). */
public sealed interface SpecificGroup extends Command {

    /** Association Specific Group Get (0x0B). */
    record Get() implements SpecificGroup, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.ASSOCIATION, 0x0B, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** Association Specific Group Report (0x0C); 0 if the node does not know. */
    record Report(int group) implements SpecificGroup {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.ASSOCIATION, 0x0C, Report::decode);

        public Report {
            Range.u8("group", group);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(group);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
