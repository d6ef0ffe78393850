package org.lockcredentials.zwave.command.version;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Version CC v1, Version Command Class Get and Report (SDS13782 §4.40.5). */
public sealed interface CommandClassVersion extends Command {

    /** Version Command Class Get (0x13). */
    record Get(int requested) implements CommandClassVersion, Request<Report> {
        public static final CommandType<Get> TYPE = CommandType.of(Get.class, CommandClass.VERSION, 0x13, Get::decode);

        public Get {
            Range.u8("command class", requested);
        }

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(requested);
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
            return report.requested() == requested;
        }
    }

    /** Version Command Class Report (0x14); version 0 means that the node does not have the command class. */
    record Report(int requested, int version) implements CommandClassVersion {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.VERSION, 0x14, Report::decode);

        public Report {
            Range.u8("command class", requested);
            Range.u8("version", version);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u8(), in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(requested);
            out.u8(version);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
