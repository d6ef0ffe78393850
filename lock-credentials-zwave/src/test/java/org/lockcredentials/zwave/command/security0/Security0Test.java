package org.lockcredentials.zwave.command.security0;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.CommandClasses;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.Wire;
import org.lockcredentials.zwave.command.crc16.Crc16;
import org.lockcredentials.zwave.command.multicommand.MultiCommand;

/** Bytes by the fields of SDS13783 §3.5, and the encapsulations without keys beside them. */
class Security0Test {

    private static final String KEY = "000102030405060708090a0b0c0d0e0f";

    @Test
    void messages() throws DecodeException {
        assertWire("98 40", new S0Nonce.Get());
        assertWire("98 80 a0a1a2a3a4a5a6a7", new S0Nonce.Report(octets("a0a1a2a3a4a5a6a7")));
        Octets nonce = octets("d39b9d02570dfe3a");
        Octets ciphertext = octets("9d870cc3");
        Octets mac = octets("a72da6e7b44d41ce");
        assertWire(
                "98 81 d39b9d02570dfe3a 9d870cc3 a0 a72da6e7b44d41ce",
                new S0Message.Last(nonce, ciphertext, 0xA0, mac));
        assertWire(
                "98 C1 d39b9d02570dfe3a 9d870cc3 a0 a72da6e7b44d41ce",
                new S0Message.NonceGet(nonce, ciphertext, 0xA0, mac));
        assertThrows(DecodeException.class, () -> Wire.decode("98 81 d39b9d02570dfe3a a0 a72da6e7b44d41ce"));
        assertThrows(DecodeException.class, () -> Wire.decode("98 81 d39b"));
    }

    @Test
    void keyExchange() throws DecodeException {
        assertWire("98 04 00", new S0Scheme.Get(0));
        assertWire("98 05 00", new S0Scheme.Report(0));
        assertWire("98 08 00", new S0Scheme.Inherit(0));
        S0NetworkKey.Set set = new S0NetworkKey.Set(Wire.secret(KEY));
        assertWire("98 06" + KEY, set);
        assertFalse(set.toString().contains("0102"), set.toString());
        assertWire("98 07", new S0NetworkKey.Verify());
    }

    @Test
    void commandsSupported() throws DecodeException {
        assertWire("98 02", new S0Commands.Get());
        assertWire(
                "98 03 01 62 F1 02 EF 20",
                new S0Commands.Report(1, new CommandClasses(List.of(0x62, 0xF102), List.of(0x20))));
    }

    /** SDS13783 §3.1.2, table 1. */
    @Test
    void crc16() throws DecodeException {
        assertWire("56 01 20 02 4D 26", new Crc16(Wire.secret("20 02")));
        assertThrows(DecodeException.class, () -> Wire.decode("56 01 20 02 4D 27"));
        assertThrows(DecodeException.class, () -> Wire.decode("56 01 4D"));
    }

    /** Made by @zwave-js/cc 15.29.0. */
    @Test
    void multiCommand() throws DecodeException {
        assertWire("8f 01 02 03 2001ff 02 2002", new MultiCommand(List.of(Wire.secret("2001ff"), Wire.secret("2002"))));
        assertThrows(DecodeException.class, () -> Wire.decode("8f 01 02 03 2001ff"));
    }

    private static Octets octets(String hex) {
        return Octets.of(Wire.bytes(hex));
    }
}
