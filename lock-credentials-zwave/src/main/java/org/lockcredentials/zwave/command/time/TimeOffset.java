package org.lockcredentials.zwave.command.time;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Request;

/** Time CC v2, Time Offset Set, Get and Report (SDS13782 §4.38.3 to §4.38.5). */
public sealed interface TimeOffset extends Command {

    /** Time Offset Set (0x05). */
    record Set(LocalOffset offset, DstChange dstStart, DstChange dstEnd) implements TimeOffset {
        public static final CommandType<Set> TYPE = CommandType.of(Set.class, CommandClass.TIME, 0x05, Set::decode);

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(LocalOffset.decode(in), DstChange.decode(in), DstChange.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            offset.encode(out);
            dstStart.encode(out);
            dstEnd.encode(out);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /** Time Offset Get (0x06). */
    record Get() implements TimeOffset, Request<Report> {
        public static final CommandType<Get> TYPE = CommandType.of(Get.class, CommandClass.TIME, 0x06, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** Time Offset Report (0x07). */
    record Report(LocalOffset offset, DstChange dstStart, DstChange dstEnd) implements TimeOffset {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.TIME, 0x07, Report::decode);

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(LocalOffset.decode(in), DstChange.decode(in), DstChange.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            offset.encode(out);
            dstStart.encode(out);
            dstEnd.encode(out);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
