package org.lockcredentials.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process at forty moments: what it had acknowledged is there, and nothing is half there. */
final class DirectoryStateStoreCrashTest {

    private static final int KILLS = 40;

    private final Random random = new Random(20_261_121);
    private final Map<String, Integer> acknowledged = new TreeMap<>();
    private int next = 1;
    private int killedInMidWrite;

    @TempDir
    Path directory;

    @Test
    void everyValueIsOldOrNewAfterAKill() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            writeAndKill(1 + random.nextInt(25));
            killedInMidWrite += temporaries().isEmpty() ? 0 : 1;
            checkAfterReopening();
        }
        assertTrue(killedInMidWrite > 0, "no kill came in the middle of a write, so nothing was proved");
    }

    private void writeAndKill(int lines) throws Exception {
        Process writer = startWriter();
        try (BufferedReader progress = writer.inputReader(UTF_8)) {
            for (int line = 0; line < lines; line++) {
                acknowledge(progress.readLine());
            }
            // Killed by its handle, because destroying the Process throws away the lines that it has still to tell.
            writer.toHandle().destroyForcibly();
            for (String line = progress.readLine(); line != null; line = progress.readLine()) {
                acknowledge(line);
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private Process startWriter() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashWriter.class.getName(),
                        directory.toString(),
                        Integer.toString(next))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void acknowledge(String line) {
        if (line == null) {
            throw new AssertionError("the writer ended by itself");
        }
        if (line.startsWith("wrote ") && line.endsWith(" .")) {
            int number = Integer.parseInt(line.split(" ")[1]);
            acknowledged.put(CrashWriter.key(number % CrashWriter.KEYS), number);
            next = number + 1;
        }
    }

    private void checkAfterReopening() throws IOException {
        try (DirectoryStateStore store = DirectoryStateStore.open(directory)) {
            for (int place = 0; place < CrashWriter.KEYS; place++) {
                check(CrashWriter.key(place), store.read(CrashWriter.key(place)));
            }
            assertEquals(List.of(), temporaries());
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.toList()) {
                    String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                    assertEquals(Files.isDirectory(path) ? "rwx------" : "rw-------", mode, path.toString());
                }
            }
        }
    }

    /** The write under way when the process died may have come through, so a newer value is as good as the acknowledged one. */
    private void check(String key, Optional<byte[]> value) {
        int atLeast = acknowledged.getOrDefault(key, 0);
        int found = value.map(
                        bytes -> CrashWriter.numberOf(bytes).orElseThrow(() -> new AssertionError(key + " is torn")))
                .orElse(0);
        assertTrue(found >= atLeast, key + " holds " + found + " although " + atLeast + " was acknowledged");
        next = Math.max(next, found + 1);
    }

    private List<Path> temporaries() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(path -> path.toString().endsWith(".tmp")).toList();
        }
    }
}
