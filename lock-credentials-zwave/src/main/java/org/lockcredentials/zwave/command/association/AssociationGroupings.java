package org.lockcredentials.zwave.command.association;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Association CC v1, Supported Groupings Get and Report (SDS13782 §4.3.8, §4.3.9). */
public sealed interface AssociationGroupings extends Command {

    /** Association Supported Groupings Get (0x05). */
    record Get() implements AssociationGroupings, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.ASSOCIATION, 0x05, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** Association Supported Groupings Report (0x06). */
    record Report(int groups) implements AssociationGroupings {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.ASSOCIATION, 0x06, Report::decode);

        public Report {
            Range.u8("groups", groups);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(groups);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
