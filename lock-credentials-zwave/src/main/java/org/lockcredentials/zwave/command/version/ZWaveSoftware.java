package org.lockcredentials.zwave.command.version;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Request;

/** Version CC v3, Version Z-Wave Software Get and Report (SDS13782 §4.42.4). */
public sealed interface ZWaveSoftware extends Command {

    /** Version Z-Wave Software Get (0x17). */
    record Get() implements ZWaveSoftware, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.VERSION, 0x17, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** Version Z-Wave Software Report (0x18); the SDK has no build number. */
    record Report(
            SoftwareVersion sdk,
            SoftwareVersion framework,
            SoftwareVersion hostInterface,
            SoftwareVersion protocol,
            SoftwareVersion application)
            implements ZWaveSoftware {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.VERSION, 0x18, Report::decode);

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(
                    SoftwareVersion.decodeWithoutBuild(in),
                    SoftwareVersion.decode(in),
                    SoftwareVersion.decode(in),
                    SoftwareVersion.decode(in),
                    SoftwareVersion.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            sdk.encodeWithoutBuild(out);
            framework.encode(out);
            hostInterface.encode(out);
            protocol.encode(out);
            application.encode(out);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
