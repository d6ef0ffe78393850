package org.lockcredentials.examples.lockctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.security.SecurityClass;

class KeysFileTest {

    private static final String KEY = "00112233445566778899aAbBcCdDeEfF";

    private static final String OTHER = "ff112233445566778899aAbBcCdDeEff";

    @TempDir
    private Path directory;

    @Test
    void namesLeadToKeys() throws IOException {
        var keys = KeysFile.read(file("S2_AccessControl=" + KEY + "\n\nS0_Legacy=" + OTHER + "\n"));
        assertEquals(Set.of(SecurityClass.S2_ACCESS_CONTROL, SecurityClass.S0_LEGACY), keys.classes());
        assertEquals(
                Secret.of(HexFormat.of().parseHex(OTHER)),
                keys.key(SecurityClass.S0_LEGACY).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S2_Access=" + KEY,
                "S0_Legacy=" + KEY + "00",
                "S0_Legacy=00112233445566778899aAbBcCdDeEf",
                "S0_Legacy: " + KEY,
                "S0_Legacy=" + KEY + "\nS0_Legacy=" + KEY
            })
    void anythingElseIsRefusedWithoutRepeatingIt(String content) throws IOException {
        Path file = file(content);
        var error = assertThrows(IllegalArgumentException.class, () -> KeysFile.read(file));
        assertFalse(error.getMessage().contains("00112233"));
    }

    @Test
    void aMissingFileIsBadUsage() {
        assertThrows(IllegalArgumentException.class, () -> KeysFile.read(directory.resolve("none")));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("keys"), content);
    }
}
