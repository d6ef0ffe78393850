package org.lockcredentials.zwave.command.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.UnknownCommand;
import org.lockcredentials.zwave.command.Wire;

class CommandsTest {

    @Test
    void whatHasNoCodecKeepsItsIdentifiers() throws DecodeException {
        assertEquals(new UnknownCommand(0x5E, 0x02, Wire.secret("01 02")), Wire.decode("5E 02 01 02"));
        assertEquals(new UnknownCommand(0x63, 0x7F, Wire.secret("")), Wire.decode("63 7F"));
        assertEquals(new UnknownCommand(0xF105, 0x02, Wire.secret("03")), Wire.decode("F1 05 02 03"));
        assertFalse(Wire.decode("5E 02 31 30 30 37").toString().contains("1007"));
    }

    @Test
    void tooFewBytesAreNoCommand() {
        assertThrows(DecodeException.class, () -> Wire.decode(""));
        assertThrows(DecodeException.class, () -> Wire.decode("63"));
        assertThrows(DecodeException.class, () -> Wire.decode("F1 05"));
    }

    @Test
    void aLogIsToldTheNameAndTheLengthOnly() {
        assertEquals("UserCode.Set (0x63 0x01), 8 bytes", Commands.describe(Wire.bytes("63 01 01 01 31 30 30 37")));
        assertEquals("unknown (0x5E 0x02), 3 bytes", Commands.describe(Wire.bytes("5E 02 01")));
        assertEquals("1 bytes", Commands.describe(Wire.bytes("63")));
    }

    @Test
    void whatCanCarryACodeOrAKeyIsMarkedInTheTable() {
        assertEquals(
                "0x4C04 0x55C0 0x55C1 0x55C2 0x55C3 0x55C4 0x55C5 0x55C6 0x55C7 0x55E0 0x55E1 0x55E2 0x55E3 0x55E4 0x55E5"
                        + " 0x55E6 0x55E7 0x5601 0x600D 0x6301 0x6303 0x630B 0x630D 0x630E 0x6310 0x6C01 0x7105 0x830A"
                        + " 0x830C 0x831A 0x831C 0x831F 0x8F01 0x9806 0x9F0A",
                String.join(
                        " ",
                        Commands.table().stream()
                                .filter(CommandType::sensitive)
                                .map(type -> String.format("0x%02X%02X", type.commandClass(), type.command()))
                                .sorted()
                                .toList()));
    }
}
