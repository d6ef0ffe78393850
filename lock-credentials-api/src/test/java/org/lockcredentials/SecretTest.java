package org.lockcredentials;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "0042", "Zo\u00eb \u20ac", "\uD83D\uDD11", "\uD83D", "a\uDD11b"})
    void charactersAreHeldAsUtf8(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(wanted, held(Secret.of(text)));
        assertArrayEquals(wanted, held(Secret.of(text.toCharArray())));
        assertArrayEquals(wanted, held(Secret.of(new StringBuilder(text))));
    }

    @Test
    void noStringIsMadeOfWhatTheCallerCanWipe() {
        CharSequence digits = new CharSequence() {
            @Override
            public int length() {
                return 4;
            }

            @Override
            public char charAt(int index) {
                return (char) ('1' + index);
            }

            @Override
            public CharSequence subSequence(int start, int end) {
                throw new AssertionError("a copy nobody can wipe");
            }

            @Override
            public String toString() {
                throw new AssertionError("a copy nobody can wipe");
            }
        };
        assertEquals(Secret.of("1234"), Secret.of(digits));
    }

    @Test
    void theCallersCharactersAreLeftAsTheyAre() {
        char[] digits = {'0', '0', '4', '2'};
        CharBuffer buffer = CharBuffer.wrap(digits, 1, 3);
        Secret whole = Secret.of(digits);
        Secret part = Secret.of(buffer);
        assertEquals(3, buffer.remaining());
        assertArrayEquals(new char[] {'0', '0', '4', '2'}, digits);
        Arrays.fill(digits, 'x');
        assertEquals(Secret.of("0042"), whole);
        assertEquals(Secret.of("042"), part);
    }

    private static byte[] held(Secret secret) {
        return secret.use(byte[]::clone);
    }
}
