package org.lockcredentials.zwave.command.security2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.command.Wire.assertReads;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.Wire;

/** Bytes by the fields of SDS13783 §3.6.5.3 and §3.6.7. */
class Security2Test {

    private static final String ENTROPY = "000102030405060708090a0b0c0d0e0f";

    @Test
    void nonces() throws DecodeException {
        assertWire("9F 01 7B", new S2Nonce.Get(0x7B));
        Optional<Octets> entropy = Optional.of(Octets.of(Wire.bytes(ENTROPY)));
        assertWire("9F 02 7B 01" + ENTROPY, new S2Nonce.Report(0x7B, false, entropy));
        assertWire("9F 02 7B 02", new S2Nonce.Report(0x7B, true, Optional.empty()));
        assertThrows(DecodeException.class, () -> Wire.decode("9F 02 7B 00"));
        assertThrows(DecodeException.class, () -> Wire.decode("9F 02 7B 01 00 01"));
    }

    @Test
    void messagesKeepTheirReservedFlagsAndTheOrderOfExtensions() throws DecodeException {
        S2Message message = new S2Message(
                0x42,
                0xF2,
                List.of(
                        Extension.span(Octets.of(Wire.bytes(ENTROPY))),
                        new Extension(0x3F, false, Octets.of()),
                        new Extension(Extension.MGRP, true, Octets.of((byte) 7))),
                Octets.of(Wire.bytes("0102030405060708")));
        assertWire("9F 03 42 F3 12 C1" + ENTROPY + "02 BF 03 43 07 0102030405060708", message);
        assertEquals(message.encode().length, message.length());
        assertThrows(DecodeException.class, () -> Wire.decode("9F 03 42 01 01 41 00"));
        assertThrows(DecodeException.class, () -> Wire.decode("9F 03 42 01 12 41 00"));
        assertThrows(DecodeException.class, () -> Wire.decode("9F 03 42 01 02 84"));
    }

    @Test
    void keyExchange() throws DecodeException {
        assertWire("9F 04", new Kex.Get());
        Kex.Report report = new Kex.Report(0xF2, 0x02, 0x01, 0x87);
        assertWire("9F 05 F2 02 01 87", report);
        assertWire("9F 05 F3 02 01 87", report.echoed());
        assertTrue(report.requestsClientSideAuthentication());
        assertFalse(report.echo());
        assertWire("9F 06 01 02 01 84", new Kex.Set(0, 0x02, 0x01, 0x84).echoed());
        assertWire("9F 07 09", new Kex.Fail(KexFailType.KEY_VERIFY));
        assertWire("9F 08 01" + ENTROPY + ENTROPY, new PublicKeyReport(true, Octets.of(Wire.bytes(ENTROPY + ENTROPY))));
    }

    @Test
    void networkKeys() throws DecodeException {
        assertWire("9F 09 04", new S2NetworkKey.Get(0x04));
        S2NetworkKey.Report report = new S2NetworkKey.Report(0x04, Wire.secret(ENTROPY));
        assertWire("9F 0A 04" + ENTROPY, report);
        assertTrue(report.sensitive());
        assertFalse(report.toString().contains("0102"), report.toString());
        assertWire("9F 0B", new S2NetworkKey.Verify());
        assertWire("9F 0C 02", new S2NetworkKey.TransferEnd(true, false));
        assertWire("9F 0C 01", new S2NetworkKey.TransferEnd(false, true));
    }

    @Test
    void commandsSupported() throws DecodeException {
        assertWire("9F 0D", new S2Commands.Get());
        assertWire("9F 0E 62 F1 02 83", new S2Commands.Report(List.of(0x62, 0xF102, 0x83)));
        assertReads("9F 0E 62 EF 20", new S2Commands.Report(List.of(0x62)));
        assertThrows(DecodeException.class, () -> Wire.decode("9F 0E 62 F1"));
    }
}
