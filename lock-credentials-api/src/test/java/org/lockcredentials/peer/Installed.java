package org.lockcredentials.peer;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Finds what peers need. What is missing fails the test on CI and skips it, with one line that says what to do, elsewhere. */
public final class Installed {

    private static final String SCRIPTS = "src/it/peers";
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private Installed() {}

    /** Requires Node.js and the installed packages of a module's scripts, and tells their folder. */
    public static Path requireScripts(String module) {
        requireProgram("node", "install Node.js 20 or newer");
        String fromAbove = module + "/" + SCRIPTS;
        Path folder = Stream.of(Path.of("..", fromAbove), Path.of(fromAbove))
                .filter(each -> Files.exists(each.resolve("package.json")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + fromAbove));
        if (!Files.isDirectory(folder.resolve("node_modules"))) {
            absent("the peers are not installed: run `npm ci` in " + fromAbove);
        }
        return folder;
    }

    /** Requires a program on the path. */
    public static void requireProgram(String name, String remedy) {
        boolean found = Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        if (!found) {
            absent("no " + name + " on the path: " + remedy);
        }
    }

    /** Ends the test for want of something: as failed on CI, else as skipped. */
    public static void absent(String what) {
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
