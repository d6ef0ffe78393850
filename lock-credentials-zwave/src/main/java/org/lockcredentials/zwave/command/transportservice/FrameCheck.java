package org.lockcredentials.zwave.command.transportservice;

import java.util.Arrays;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CrcCcitt;

/** The frame check sequence of segments: CRC-CCITT over all that is before it, the command class included. */
final class FrameCheck {

    static final int LENGTH = 2;

    private FrameCheck() {}

    static void write(ByteWriter out, int command, byte[] fields) {
        out.bytes(fields).u16(of(command, fields));
        Arrays.fill(fields, (byte) 0);
    }

    static void check(int command, byte[] fields, int received) throws DecodeException {
        if (of(command, fields) != received) {
            throw new DecodeException("frame check sequence of a segment does not fit");
        }
    }

    private static int of(int command, byte[] fields) {
        byte[] covered = new ByteWriter()
                .u8(CommandClass.TRANSPORT_SERVICE.id())
                .u8(command)
                .bytes(fields)
                .takeBytes();
        int sequence = CrcCcitt.of(covered);
        Arrays.fill(covered, (byte) 0);
        return sequence;
    }
}
