package org.lockcredentials.zwave.peer;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Finds the peers. What is missing fails the test on CI and skips it, with one line that says what to do, elsewhere. */
public final class Peers {
    private static final String FOLDER = "lock-credentials-zwave/src/it/peers";
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private Peers() {}

    /** Requires Node.js and the installed packages, and tells the folder of the scripts. */
    public static Path requireScripts() {
        requireProgram("node", "install Node.js 20 or newer");
        final Path folder = Stream.of("src/it/peers", "../" + FOLDER, FOLDER)
                .map(Path::of)
                .filter(each -> Files.exists(each.resolve("stick.mjs")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + FOLDER));
        if (!Files.isDirectory(folder.resolve("node_modules"))) {
            absent("the peers are not installed: run `npm ci` in " + FOLDER);
        }
        return folder;
    }

    /** Requires socat, which makes pseudo-terminals. */
    public static void requireSocat() {
        requireProgram("socat", "install socat");
    }

    private static void requireProgram(final String name, final String remedy) {
        final boolean found = Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        if (!found) {
            absent("no " + name + " on the path: " + remedy);
        }
    }

    private static void absent(final String what) {
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            Assertions.fail(what);
        }
        // Surefire keeps the reason of a skipped test to its reports; a person should see it, once.
        if (TOLD.compareAndSet(false, true)) {
            System.err.println("Integration tests skipped: " + what);
        }
        Assumptions.abort(what);
    }
}
