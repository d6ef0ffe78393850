package org.lockcredentials.zwave.command.manufacturer;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Manufacturer Specific CC v1, Get and Report (SDS13782 §4.28). */
public sealed interface ManufacturerSpecific extends Command {

    /** Manufacturer Specific Get (0x04). */
    record Get() implements ManufacturerSpecific, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.MANUFACTURER_SPECIFIC, 0x04, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** Manufacturer Specific Report (0x05); the three numbers name the product. */
    record Report(int manufacturerId, int productTypeId, int productId) implements ManufacturerSpecific {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.MANUFACTURER_SPECIFIC, 0x05, Report::decode);

        public Report {
            Range.u16("manufacturer id", manufacturerId);
            Range.u16("product type id", productTypeId);
            Range.u16("product id", productId);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u16(), in.u16(), in.u16());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u16(manufacturerId);
            out.u16(productTypeId);
            out.u16(productId);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
