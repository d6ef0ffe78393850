package org.lockcredentials.zwave.command.battery;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;

/**
 * What version 2 of the Battery Report adds to the level (SDS13782 §4.11.3, §4.12.1).
 *
 * @param charging 0 discharging, 1 charging, 2 maintaining
 * @param replace 0 no need, 1 soon, 3 now
 * @param lowTemperature charging has stopped for the cold, since version 3
 */
public record BatteryState(
        int charging,
        boolean rechargeable,
        boolean backup,
        boolean overheating,
        boolean lowFluid,
        int replace,
        boolean disconnected,
        boolean lowTemperature) {

    public BatteryState {
        Range.check("charging status", charging, 0, 3);
        Range.check("replace status", replace, 0, 3);
    }

    static BatteryState decode(ByteReader in) throws DecodeException {
        int first = in.u8();
        int second = in.u8();
        return new BatteryState(
                first >> 6,
                (first & 0x20) != 0,
                (first & 0x10) != 0,
                (first & 0x08) != 0,
                (first & 0x04) != 0,
                first & 0x03,
                (second & 0x01) != 0,
                (second & 0x02) != 0);
    }

    void encode(ByteWriter out) {
        out.u8(charging << 6
                | (rechargeable ? 0x20 : 0)
                | (backup ? 0x10 : 0)
                | (overheating ? 0x08 : 0)
                | (lowFluid ? 0x04 : 0)
                | replace);
        out.u8((disconnected ? 0x01 : 0) | (lowTemperature ? 0x02 : 0));
    }
}
