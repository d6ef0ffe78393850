package org.lockcredentials.zwave.command.version;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.command.Wire.assertReads;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.CommandClass;

class VersionTest {

    @Test
    void aReportOfVersion1EndsAfterTheFirstFirmware() throws DecodeException {
        assertWire(
                "86 12 03 07 0F 01 02",
                new VersionInformation.Report(
                        3, new FirmwareVersion(7, 15), List.of(new FirmwareVersion(1, 2)), OptionalInt.empty()));
    }

    @Test
    void aReportOfVersion2TellsHardwareAndMoreFirmware() throws DecodeException {
        VersionInformation.Report report = new VersionInformation.Report(
                3,
                new FirmwareVersion(7, 15),
                List.of(new FirmwareVersion(1, 2), new FirmwareVersion(3, 4)),
                OptionalInt.of(9));
        assertWire("86 12 03 07 0F 01 02 09 01 03 04", report);
        assertReads("86 12 03 07 0F 01 02 09 01 03 04 FF", report);
    }

    @Test
    void aCommandClassIsAskedByItsNumber() throws DecodeException {
        CommandClassVersion.Get get = new CommandClassVersion.Get(CommandClass.USER_CODE.id());
        assertWire("86 13 63", get);
        CommandClassVersion.Report report = new CommandClassVersion.Report(0x63, 2);
        assertWire("86 14 63 02", report);
        assertTrue(get.answer(report).isPresent());
        assertTrue(get.answer(new CommandClassVersion.Report(0x62, 4)).isEmpty());
    }

    @Test
    void softwareVersionsFollowTheTableOfVersion3() throws DecodeException {
        assertWire("86 16 07", new VersionCapabilities.Report(true, true, true));
        SoftwareVersion none = new SoftwareVersion(0, 0, 0, 0);
        assertWire(
                "86 18 07 12 02 0000000000 0000000000 0700110102 0102031234",
                new ZWaveSoftware.Report(
                        new SoftwareVersion(7, 18, 2, 0),
                        none,
                        none,
                        new SoftwareVersion(7, 0, 17, 0x0102),
                        new SoftwareVersion(1, 2, 3, 0x1234)));
    }
}
