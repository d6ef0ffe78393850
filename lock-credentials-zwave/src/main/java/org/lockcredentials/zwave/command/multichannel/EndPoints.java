package org.lockcredentials.zwave.command.multichannel;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Multi Channel CC v3 and v4, End Point Get and Report (SDS13783 §3.2.3, §3.2.4, §3.3.3). */
public sealed interface EndPoints extends Command {

    /** Multi Channel End Point Get (0x07). */
    record Get() implements EndPoints, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.MULTI_CHANNEL, 0x07, in -> new Get());

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
     * Multi Channel End Point Report (0x08).
     *
     * @param dynamic the number of end points may change
     * @param identical every end point has the same command classes
     * @param individual number of end points, 0 to 127
     * @param aggregated number of end points that sum others up, since version 4
     */
    record Report(boolean dynamic, boolean identical, int individual, int aggregated) implements EndPoints {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.MULTI_CHANNEL, 0x08, Report::decode);

        public Report {
            Range.check("end points", individual, 0, 127);
            Range.check("aggregated end points", aggregated, 0, 127);
        }

        static Report decode(ByteReader in) throws DecodeException {
            int flags = in.u8();
            return new Report(
                    (flags & 0x80) != 0, (flags & 0x40) != 0, in.u8() & 0x7F, in.isEmpty() ? 0 : in.u8() & 0x7F);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8((dynamic ? 0x80 : 0) | (identical ? 0x40 : 0)).u8(individual).u8(aggregated);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
