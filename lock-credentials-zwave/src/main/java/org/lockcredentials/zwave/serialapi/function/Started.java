package org.lockcredentials.zwave.serialapi.function;

import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Serial API Started (0x0A), which the module sends after a start (INS12350 §7.11).
 *
 * @param wakeUpReason 0 reset, 3 watchdog, 5 power, 7 software reset, and others
 * @param longRange true if the module says that it speaks Z-Wave Long Range
 */
public record Started(
        int wakeUpReason,
        boolean watchdogStarted,
        int deviceOptions,
        int generic,
        int specific,
        List<Integer> commandClasses,
        boolean longRange) {

    public Started {
        commandClasses = List.copyOf(commandClasses);
    }

    public static Started decode(ByteReader in) throws DecodeException {
        return new Started(
                in.u8(),
                in.u8() != 0,
                in.u8(),
                in.u8(),
                in.u8(),
                Octets.list(in.bytes(in.u8())),
                !in.isEmpty() && (in.u8() & 1) != 0);
    }

    public void encode(ByteWriter out) {
        out.u8(wakeUpReason)
                .u8(watchdogStarted ? 1 : 0)
                .u8(deviceOptions)
                .u8(generic)
                .u8(specific);
        out.u8(commandClasses.size());
        commandClasses.forEach(out::u8);
        out.u8(longRange ? 1 : 0);
    }
}
