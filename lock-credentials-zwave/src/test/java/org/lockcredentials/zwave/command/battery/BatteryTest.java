package org.lockcredentials.zwave.command.battery;

import static org.lockcredentials.zwave.command.Wire.assertReads;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;

/** Bytes of reports as in zwave-js packages/zwave-js test cc/BatteryCC. */
class BatteryTest {

    @Test
    void levelReadsInEveryVersion() throws DecodeException {
        assertWire("80 02", new Battery.Get());
        assertWire("80 03 37", new Battery.Report(55, Optional.empty()));
        assertWire("80 03 FF", new Battery.Report(Battery.Report.LOW, Optional.empty()));
        assertWire(
                "80 03 37 3C 01",
                new Battery.Report(55, Optional.of(new BatteryState(0, true, true, true, true, 0, true, false))));
        assertWire(
                "80 03 37 83 02",
                new Battery.Report(55, Optional.of(new BatteryState(2, false, false, false, false, 3, false, true))));
    }

    @Test
    void temperatureHasItsOwnPrecision() throws DecodeException {
        assertWire("80 05 64 22 00 D7", new BatteryHealth.Report(100, Optional.of(new BigDecimal("21.5"))));
        assertWire("80 05 64 01 FB", new BatteryHealth.Report(100, Optional.of(new BigDecimal("-5"))));
        assertWire("80 05 FF 00", new BatteryHealth.Report(0xFF, Optional.empty()));
        assertReads("80 05 64 04 FF FF FF FB", new BatteryHealth.Report(100, Optional.of(new BigDecimal("-5"))));
    }
}
