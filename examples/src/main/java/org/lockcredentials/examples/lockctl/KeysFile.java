package org.lockcredentials.examples.lockctl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lockcredentials.Secret;

/** Reads the Z-Wave network keys: lines {@code NAME=32 hex digits}, and nothing else but empty lines. */
final class KeysFile {

    private static final Pattern LINE =
            Pattern.compile("(S2_AccessControl|S2_Authenticated|S2_Unauthenticated|S0_Legacy)=([0-9A-Fa-f]{32})");

    private KeysFile() {}

    /** @throws IllegalArgumentException if the file cannot be read or a line is something else; the line is not repeated */
    static Map<String, Secret> read(Path file) {
        Map<String, Secret> keys = new LinkedHashMap<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            Matcher parts = LINE.matcher(line.strip());
            if (!parts.matches()) {
                throw wrong(file, number, "is not NAME=32 hex digits with a name of a Z-Wave key");
            }
            byte[] key = HexFormat.of().parseHex(parts.group(2));
            if (keys.put(parts.group(1), Secret.of(key)) != null) {
                throw wrong(file, number, "gives a key for the second time");
            }
            Arrays.fill(key, (byte) 0);
        }
        return keys;
    }

    private static Iterable<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the keys in " + file, e);
        }
    }

    private static IllegalArgumentException wrong(Path file, int number, String what) {
        return new IllegalArgumentException("line " + number + " of " + file + " " + what);
    }
}
