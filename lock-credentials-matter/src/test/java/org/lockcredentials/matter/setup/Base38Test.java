package org.lockcredentials.matter.setup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.internal.bytes.DecodeException;

/** Vectors of connectedhomeip, src/setup_payload/tests/TestQRCode.cpp, TestBase38. */
class Base38Test {

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "0a, A0",
        "0a0a, OT10",
        "0a0a0a, -N.B0",
        "0a0a00, OT100",
        "0a0a28, Y6V91",
        "0a0a29, KL0B1",
        "0a0aff, Q-M08",
        "23, Z0",
        "ff00, R600",
        "2e0000, 81000",
        "ff, R6",
        "ffff, NE71",
        "ffffff, PLS18",
        "48656c6c6f20576f726c6421, KKHF3W2S013OPM3EJX11"
    })
    void bytesAndCharacters(String hex, String text) throws DecodeException {
        byte[] bytes = HexFormat.of().parseHex(hex);
        byte[] characters = text.getBytes(StandardCharsets.US_ASCII);
        assertEquals(text, new String(Base38.encode(bytes), StandardCharsets.US_ASCII));
        assertArrayEquals(bytes, Base38.decode(characters));
    }

    @ParameterizedTest
    @ValueSource(strings = {"S6", "OE71", "QLS18", "[0", "0[", " 0", "*0", "a0", "0", "000", "\u00e90"})
    void whatIsNoneIsRefused(String text) {
        assertThrows(DecodeException.class, () -> Base38.decode(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
