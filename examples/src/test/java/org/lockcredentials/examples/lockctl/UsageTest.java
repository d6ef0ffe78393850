package org.lockcredentials.examples.lockctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not understood, or not offered, before any lock is asked. */
class UsageTest {

    private static final String SECRET = "83516472";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "locks",
                "user",
                "users",
                "users not-a-lock",
                "user set zwave:1 --type KING",
                "user set zwave:1 --index one",
                "user set zwave:1 --enabled --disabled",
                "user delete zwave:1",
                "user delete zwave:1 --index 1 --all",
                "user enable zwave:1",
                "credential set zwave:1 --user 1 --type pin",
                "credential set zwave:1 --user 1 --type pin --data 1 --data-file x",
                "credential set zwave:1 --user 1 --type pin --data-file /does/not/exist",
                "credential set zwave:1 --user 1 --type rfid --hex --data 04A1F",
                "credential set zwave:1 --user 1 --type rfid --hex --data 04A1Fg",
                "credential status zwave:1 --type pin",
                "credential admin-code zwave:1",
                "access add zwave:1 --key k --data 1234",
                "access add area: --key k --name n --data 1234",
                "access add zwave:1 --key k --name n --data 1234 --schedule sometimes",
                "schedule set zwave:1 --user 1",
                "plan diff /does/not/exist",
                "wait-event",
                "sleep 1"
            })
    void badUsageSaysSoOnStandardErrorOnly(String line) {
        Run run = Run.of(line.isEmpty() ? new String[0] : line.split(" "));
        assertEquals(2, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("lockctl: "), run.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "credential set zwave:1 --user 1 --type pin --data " + SECRET,
                "credential set zwave:1 --user x --type pin --data " + SECRET,
                "credential set zwave:1 --user 1 --type pin --data=" + SECRET + " --slot x",
                "credential set zwave:1 --user 1 --type pin --data -" + SECRET,
                "credential set zwave:1 --user 1 --type pin --data " + SECRET + " --data " + SECRET,
                "credential set zwave:1 --user 1 --type pin --pin " + SECRET,
                "credential set zwave:1 --user 1 --type pin --data" + SECRET,
                "credential set zwave:1 " + SECRET + " --user 1 --type pin",
                "credential set zwave:1 --user 1 --type " + SECRET + " --data " + SECRET,
                "access add all --key k --data " + SECRET,
                "access add all --data " + SECRET + " --key",
                "unlock zwave:1 " + SECRET,
                "matter commission " + SECRET + " " + SECRET,
                "zwave include --dsk-pin " + SECRET,
                "zwave include --dsk-pin=" + SECRET,
                "simulate sim:1 code " + SECRET + " " + SECRET,
                "--data " + SECRET + " locks"
            })
    void whatMayBeASecretIsNotRepeated(String line) {
        Run run = Run.of(line.split(" "));
        assertEquals(2, run.code());
        assertFalse((run.out() + run.err()).contains(SECRET), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zwave nodes", "zwave include --dsk-pin 12345", "zwave exclude"})
    void theZWaveNetworkNeedsItsOption(String line) {
        Run run = Run.of(("--simulated --json " + line).split(" "));
        assertEquals(2, run.code());
        assertFalse((run.out() + run.err()).contains("12345"));
    }

    @Test
    void keysAreReadStrictly(@TempDir Path directory) throws IOException {
        Path keys = Files.writeString(directory.resolve("keys"), "S0_Legacy=" + SECRET);
        Run wrong = Run.of("--zwave", "tcp://127.0.0.1:1", "--zwave-keys", keys.toString(), "--json", "locks");
        assertEquals(2, wrong.code());
        assertFalse(wrong.err().contains(SECRET));
    }

    @Test
    void aDevicesKeyIsNotRepeated() {
        Run run = Run.of("--zwave", "tcp://127.0.0.1:1", "zwave", "include", "--dsk-pin", SECRET);
        assertEquals(2, run.code());
        assertFalse(run.err().contains(SECRET));
        assertEquals(2, Run.of("--simulated", "zwave", "nodes").code(), "no Z-Wave network");
    }

    @Test
    void refusalsArePlainWordsWithoutJson() {
        Run run = Run.of("--zwave", "tcp://127.0.0.1:1", "zwave", "nodes");
        assertEquals(1, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("lockctl: UNREACHABLE: "), run.err());
    }

    @Test
    void helpNamesEveryCommandAndWarnsOfSecretsOnTheCommandLine() {
        Run run = Run.of("--help");
        assertEquals(0, run.code());
        for (String command : List.of(
                "locks",
                "info",
                "users",
                "user",
                "credential",
                "access",
                "schedule",
                "events",
                "plan",
                "lock",
                "unlock",
                "zwave",
                "matter",
                "script")) {
            assertTrue(run.out().lines().anyMatch(line -> line.startsWith("  " + command + " ")), command);
        }
        assertTrue(Run.of("credential", "set", "--help").out().contains("Other users"));
    }
}
