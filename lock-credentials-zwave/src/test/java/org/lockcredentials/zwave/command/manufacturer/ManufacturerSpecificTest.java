package org.lockcredentials.zwave.command.manufacturer;

import static org.lockcredentials.zwave.command.Wire.assertWire;

import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;

class ManufacturerSpecificTest {

    /** Numbers as in zwave-js packages/zwave-js test cc/ManufacturerSpecificCC. */
    @Test
    void aProductIsThreeNumbers() throws DecodeException {
        assertWire("72 04", new ManufacturerSpecific.Get());
        assertWire("72 05 01 02 03 04 05 06", new ManufacturerSpecific.Report(0x0102, 0x0304, 0x0506));
    }

    @Test
    void aSerialNumberIsTextOrHexadecimal() throws DecodeException {
        assertWire("72 06 01", new DeviceSpecific.Get(DeviceIdType.SERIAL_NUMBER));
        assertWire("72 07 01 03 41 42 43", new DeviceSpecific.Report(DeviceIdType.SERIAL_NUMBER, false, "ABC"));
        assertWire("72 07 01 22 0A FF", new DeviceSpecific.Report(DeviceIdType.SERIAL_NUMBER, true, "0aff"));
    }
}
