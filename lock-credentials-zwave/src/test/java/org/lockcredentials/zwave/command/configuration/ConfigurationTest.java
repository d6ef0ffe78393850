package org.lockcredentials.zwave.command.configuration;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Wire;

class ConfigurationTest {

    @Test
    void valuesAreSignedAndAsLongAsTheProductSays() throws DecodeException {
        assertWire("70 04 03 01 FF", new Configuration.Set(3, false, 1, -1));
        assertWire("70 04 03 82 00 00", new Configuration.Set(3, true, 2, 0));
        assertWire("70 06 03 04 00 01 00 00", new Configuration.Report(3, 4, 65_536));
    }

    @Test
    void aSizeThatIsNoneIsRefused() {
        assertThrows(DecodeException.class, () -> Wire.decode("70 06 03 03 00 01 00"));
        assertThrows(DecodeException.class, () -> Wire.decode("70 06 03 02 00"));
    }
}
