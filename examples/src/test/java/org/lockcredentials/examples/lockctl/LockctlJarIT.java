package org.lockcredentials.examples.lockctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one file as a person starts it. */
class LockctlJarIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR = Path.of("target", "lockctl.jar").toString();
    private static final String PIN = "0042871";

    @TempDir
    private Path directory;

    @Test
    void aPinIsSetAndStaysFromOneProcessToTheNext() throws Exception {
        Path pin = Files.writeString(directory.resolve("pin"), PIN + "\n");
        Run added = lockctl("access", "add", "all", "--key", "ann", "--name", "Ann", "--data-file", pin.toString());
        assertEquals(0, added.code(), added.err());
        assertEquals(
                "CONFIRMED", added.json().at("/results/simulated:1/outcome").asText());
        assertEquals("", added.err());

        JsonNode users = lockctl("users", "simulated:1").json();
        assertEquals("Ann", users.at("/0/name").asText());
        Run again = lockctl("access", "add", "all", "--key", "ann", "--name", "Ann", "--data-file", pin.toString());
        assertEquals(
                "NO_CHANGE", again.json().at("/results/simulated:2/outcome").asText());
    }

    @Test
    void atTraceStandardOutputIsStillJsonAndNoLogShowsThePin() throws Exception {
        Run run = lockctl("--trace", "access", "add", "all", "--key", "ann", "--name", "Ann", "--data", PIN);
        assertTrue(run.json().has("results"));
        assertFalse((run.out() + run.err()).contains(PIN));
    }

    @Test
    void theExitCodeTellsBadUsageAndRefusal() throws Exception {
        assertEquals(2, lockctl("nonsense").code());
        assertEquals(1, lockctl("users", "simulated:9").code());
    }

    @Test
    void theQuickStartRuns() throws Exception {
        Run run = start(List.of(JAVA, "-cp", JAR, "org.lockcredentials.examples.QuickStart"));
        assertEquals(0, run.code());
        assertTrue(run.out().contains("CONFIRMED"), run.out());
        assertTrue(run.out().contains("1 Ann"), run.out());
        assertEquals("", run.err());
    }

    private Run lockctl(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-jar",
                JAR,
                "--simulated",
                "--state",
                directory.resolve("state").toString(),
                "--json"));
        command.addAll(List.of(words));
        return start(command);
    }

    private Run start(List<String> command) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
