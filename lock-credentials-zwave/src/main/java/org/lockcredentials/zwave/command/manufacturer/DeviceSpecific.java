package org.lockcredentials.zwave.command.manufacturer;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Manufacturer Specific CC v2, Device Specific Get and Report (SDS13782 §4.29). */
public sealed interface DeviceSpecific extends Command {

    /** Device Specific Get (0x06); the answer may be of another type if the node has only that. */
    record Get(DeviceIdType idType) implements DeviceSpecific, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.MANUFACTURER_SPECIFIC, 0x06, Get::decode);

        public Get {
            Range.check("device id type", idType.code(), 0, 7);
        }

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(new DeviceIdType(in.u8() & 0x07));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(idType.code());
        }

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
     * Device Specific Report (0x07).
     *
     * @param binary true if {@code id} is data in hexadecimal, false if it is text, one character per byte
     * @param id up to 31 bytes
     */
    record Report(DeviceIdType idType, boolean binary, String id) implements DeviceSpecific {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.MANUFACTURER_SPECIFIC, 0x07, Report::decode);

        public Report {
            Range.check("device id type", idType.code(), 0, 7);
            Range.check("device id length", bytes(binary, id).length, 0, 31);
        }

        private static final int BINARY = 1;

        static Report decode(ByteReader in) throws DecodeException {
            DeviceIdType idType = new DeviceIdType(in.u8() & 0x07);
            int format = in.u8();
            byte[] data = in.bytes(format & 0x1F);
            boolean binary = format >> 5 == BINARY;
            return new Report(
                    idType,
                    binary,
                    binary ? HexFormat.of().formatHex(data) : new String(data, StandardCharsets.ISO_8859_1));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            byte[] data = bytes(binary, id);
            out.u8(idType.code()).u8((binary ? BINARY << 5 : 0) | data.length).bytes(data);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }

        private static byte[] bytes(boolean binary, String id) {
            return binary ? HexFormat.of().parseHex(id) : id.getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
