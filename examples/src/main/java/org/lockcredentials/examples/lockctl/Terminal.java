package org.lockcredentials.examples.lockctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a person watches. */
final class Terminal {

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Java tells of a console only for all streams together; Linux tells of this one. Elsewhere nobody is assumed to watch. */
    static boolean isStandardError() {
        try {
            return Files.exists(STANDARD_ERROR)
                    && Files.readSymbolicLink(STANDARD_ERROR).toString().matches("/dev/(pts/.*|tty.*|console)");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
