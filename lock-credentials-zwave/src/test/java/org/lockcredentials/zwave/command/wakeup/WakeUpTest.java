package org.lockcredentials.zwave.command.wakeup;

import static org.lockcredentials.zwave.command.Wire.assertReads;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;

class WakeUpTest {

    @Test
    void intervalsHaveThreeBytes() throws DecodeException {
        assertWire("84 04 01 51 80 01", new WakeUpInterval.Set(86_400, 1));
        assertWire("84 06 01 51 80 01", new WakeUpInterval.Report(86_400, 1));
        assertWire("84 07", new WakeUp.Notification());
        assertWire("84 08", new WakeUp.NoMoreInformation());
        WakeUpIntervalCapabilities.Report report = new WakeUpIntervalCapabilities.Report(60, 86_400, 3_600, 60, false);
        assertWire("84 0A 00003C 015180 000E10 00003C 00", report);
        assertReads("84 0A 00003C 015180 000E10 00003C", report);
    }
}
