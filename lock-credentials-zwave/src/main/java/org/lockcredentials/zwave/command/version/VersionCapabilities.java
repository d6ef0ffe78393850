package org.lockcredentials.zwave.command.version;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Request;

/** Version CC v3, Version Capabilities Get and Report (SDS13782 §4.42.2). */
public sealed interface VersionCapabilities extends Command {

    /** Version Capabilities Get (0x15). */
    record Get() implements VersionCapabilities, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.VERSION, 0x15, in -> new Get());

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
     * Version Capabilities Report (0x16).
     *
     * @param version Version Get is answered
     * @param commandClass Version Command Class Get is answered
     * @param software Version Z-Wave Software Get is answered
     */
    record Report(boolean version, boolean commandClass, boolean software) implements VersionCapabilities {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.VERSION, 0x16, Report::decode);

        static Report decode(ByteReader in) throws DecodeException {
            int flags = in.u8();
            return new Report((flags & 0x01) != 0, (flags & 0x02) != 0, (flags & 0x04) != 0);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8((version ? 0x01 : 0) | (commandClass ? 0x02 : 0) | (software ? 0x04 : 0));
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
