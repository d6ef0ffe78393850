package org.lockcredentials.zwave.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.internal.bytes.DecodeException;

final class FrameTest {

    /**
     * The first is a User Credential set as zwave-js's driver put it on the wire; the others are the frames of INS12350's
     * initialisation with the checksum of §5.4.6.
     */
    @ParameterizedTest
    @CsvSource({
        "0119 00 A9 01030D830A0001010001000431303037250000000027 C8, REQUEST, A9",
        "0103 00 02 FE, REQUEST, 02",
        "0103 00 07 FB, REQUEST, 07",
        "0103 00 15 E9, REQUEST, 15",
        "0110 01 15 5A2D5761766520342E303500 01 97, RESPONSE, 15"
    })
    void publishedFramesDecodeAndEncodeExactly(String hex, DataFrame.Type type, String function) throws Exception {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        DataFrame frame = DataFrame.decode(Arrays.copyOfRange(bytes, 1, bytes.length));
        assertEquals(type, frame.type());
        assertEquals(Integer.parseInt(function, 16), frame.function());
        assertArrayEquals(bytes, frame.encode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"02 00 FD", "03 00 02 FF", "04 00 02 FE", "03 02 02 FC", "00", "03"})
    void anythingElseIsRefused(String afterSof) {
        byte[] bytes = HexFormat.of().parseHex(afterSof.replace(" ", ""));
        assertThrows(DecodeException.class, () -> DataFrame.decode(bytes));
    }

    @Test
    void parametersAreNeitherShownNorKept() {
        DataFrame frame = DataFrame.request(0x13, "1007".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertEquals("DataFrame[REQUEST 0x13, 4 bytes]", frame.toString());
        frame.wipe();
        assertArrayEquals(new byte[4], frame.parameters());
    }

    @Test
    void aFrameHoldsAsMuchAsItsLengthCanSay() {
        assertEquals(
                257, DataFrame.request(0, new byte[DataFrame.MAX_PARAMETERS]).encode().length);
        assertThrows(
                IllegalArgumentException.class, () -> DataFrame.request(0, new byte[DataFrame.MAX_PARAMETERS + 1]));
    }
}
