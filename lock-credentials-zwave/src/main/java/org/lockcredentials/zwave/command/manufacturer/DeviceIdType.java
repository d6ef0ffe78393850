package org.lockcredentials.zwave.command.manufacturer;

import org.lockcredentials.zwave.command.Range;

/** Which identifier a Device Specific command is about (SDS13782 §4.29.2). */
public record DeviceIdType(int code) {

    public static final DeviceIdType FACTORY_DEFAULT = new DeviceIdType(0x00);
    public static final DeviceIdType SERIAL_NUMBER = new DeviceIdType(0x01);
    public static final DeviceIdType PSEUDO_RANDOM = new DeviceIdType(0x02);

    public DeviceIdType {
        Range.u8("device id type", code);
    }
}
