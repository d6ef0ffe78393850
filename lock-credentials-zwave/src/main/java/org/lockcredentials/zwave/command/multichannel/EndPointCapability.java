package org.lockcredentials.zwave.command.multichannel;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.NodeInformation;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Multi Channel CC v3 and v4, Capability Get and Report (SDS13783 §3.2.5, §3.2.6). */
public sealed interface EndPointCapability extends Command {

    /** Multi Channel Capability Get (0x09). */
    record Get(int endPoint) implements EndPointCapability, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.MULTI_CHANNEL, 0x09, Get::decode);

        public Get {
            Range.check("end point", endPoint, 0, 127);
        }

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(in.u8() & 0x7F);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(endPoint);
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
            return report.endPoint() == endPoint;
        }
    }

    /**
     * Multi Channel Capability Report (0x0A).
     *
     * @param genericClass generic device class
     * @param specificClass specific device class
     * @param commandClasses those the end point answers to when it is addressed without encryption
     */
    record Report(boolean dynamic, int endPoint, int genericClass, int specificClass, NodeInformation commandClasses)
            implements EndPointCapability {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.MULTI_CHANNEL, 0x0A, Report::decode);

        public Report {
            Range.check("end point", endPoint, 0, 127);
            Range.u8("generic device class", genericClass);
            Range.u8("specific device class", specificClass);
        }

        static Report decode(ByteReader in) throws DecodeException {
            int head = in.u8();
            return new Report((head & 0x80) != 0, head & 0x7F, in.u8(), in.u8(), NodeInformation.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8((dynamic ? 0x80 : 0) | endPoint).u8(genericClass).u8(specificClass);
            commandClasses.encode(out);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
