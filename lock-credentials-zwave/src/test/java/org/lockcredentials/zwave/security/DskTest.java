package org.lockcredentials.zwave.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The key is that of the examples in the QR code specification (SDS13937 §3.3). */
final class DskTest {

    private static final String PRINTED = "51525-35455-41424-34445-31323-33435-21222-32425";
    private static final Dsk.Whole WHOLE =
            new Dsk.Whole(List.of(51525, 35455, 41424, 34445, 31323, 33435, 21222, 32425));

    @Test
    void readsWhatIsPrinted() {
        assertEquals(WHOLE, Dsk.parse(PRINTED));
        assertEquals(WHOLE, Dsk.parse(" " + PRINTED.replace('-', ' ')));
        assertEquals(new Dsk.Pin(51525), Dsk.parse("51525"));
        assertEquals(new Dsk.Pin(42), Dsk.parse("00042"));
        assertEquals(WHOLE.pin(), Dsk.parse("51525"));
    }

    @Test
    void isMadeOfBytes() {
        byte[] bytes = HexFormat.of().parseHex("c9458a7fa1d0868d7a5b829b52e67ea9");
        assertEquals(WHOLE, Dsk.Whole.of(bytes));
        assertEquals("c9458a7fa1d0868d7a5b829b52e67ea9", HexFormat.of().formatHex(WHOLE.toBytes()));
    }

    @Test
    void refusesWhatIsNoKeyWithoutRepeatingIt() {
        for (String wrong : List.of("", "1234", "123456", "65536", "51525-35455", PRINTED + "-00000", "abcde")) {
            Throwable refusal = assertThrows(IllegalArgumentException.class, () -> Dsk.parse(wrong));
            assertFalse(String.valueOf(refusal.getMessage()).matches(".*[0-9].*"));
        }
    }

    @Test
    void showsNoPin() {
        assertFalse(WHOLE.toString().contains("51525"));
        assertEquals("35455-41424-34445-31323-33435-21222-32425", WHOLE.open());
    }
}
