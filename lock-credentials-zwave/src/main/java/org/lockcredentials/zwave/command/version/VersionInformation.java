package org.lockcredentials.zwave.command.version;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Version CC v1 to v3, Version Get and Report (SDS13782 §4.40.3, §4.41.1). */
public sealed interface VersionInformation extends Command {

    /** Version Get (0x11). */
    record Get() implements VersionInformation, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.VERSION, 0x11, in -> new Get());

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
     * Version Report (0x12).
     *
     * @param libraryType kind of the Z-Wave library, 3 for a routing end node
     * @param protocol version of the protocol
     * @param firmware version of each firmware, that of the Z-Wave chip first
     * @param hardware version of the hardware, since version 2
     */
    record Report(int libraryType, FirmwareVersion protocol, List<FirmwareVersion> firmware, OptionalInt hardware)
            implements VersionInformation {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.VERSION, 0x12, Report::decode);

        public Report {
            Range.u8("library type", libraryType);
            firmware = List.copyOf(firmware);
            Range.check("number of firmwares", firmware.size(), 1, 256);
            hardware.ifPresent(value -> Range.u8("hardware version", value));
        }

        static Report decode(ByteReader in) throws DecodeException {
            int libraryType = in.u8();
            FirmwareVersion protocol = FirmwareVersion.decode(in);
            List<FirmwareVersion> firmware = new ArrayList<>(List.of(FirmwareVersion.decode(in)));
            OptionalInt hardware = in.isEmpty() ? OptionalInt.empty() : OptionalInt.of(in.u8());
            int more = in.isEmpty() ? 0 : in.u8();
            for (int i = 0; i < more; i++) {
                firmware.add(FirmwareVersion.decode(in));
            }
            return new Report(libraryType, protocol, firmware, hardware);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(libraryType);
            protocol.encode(out);
            firmware.get(0).encode(out);
            if (hardware.isPresent()) {
                out.u8(hardware.getAsInt()).u8(firmware.size() - 1);
                firmware.subList(1, firmware.size()).forEach(each -> each.encode(out));
            }
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
