package org.lockcredentials.examples.lockctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.security.NetworkKeys;

/** Reads the Z-Wave network keys: lines {@code NAME=32 hex digits}, empty lines and comments. */
final class KeysFile {

    private KeysFile() {}

    /** @throws IllegalArgumentException if the file cannot be read or a line is something else; the line is not repeated */
    static NetworkKeys read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            try (Secret text = Secret.of(bytes)) {
                return NetworkKeys.parse(text);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the keys in " + file, e);
        }
    }
}
