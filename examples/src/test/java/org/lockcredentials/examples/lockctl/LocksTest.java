package org.lockcredentials.examples.lockctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.examples.lockctl.Run.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which locks there are, and what they can do. */
class LocksTest {

    @TempDir
    private Path state;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(state);
    }

    @Test
    void locksAreListed() {
        assertEquals(parse("""
                        [{"id":"simulated:1","name":"Front door","manufacturer":"Lock Credentials","model":"User credential lock","reachable":true},
                         {"id":"simulated:2","name":"Garden gate","manufacturer":"Lock Credentials","model":"User code lock","reachable":true}]"""), bench.answer("locks"));
    }

    @Test
    void jsonMayBeAskedForAfterTheCommandToo() {
        Run run = Run.of("--simulated", "--state", state.toString(), "locks", "--json");
        assertEquals(bench.answer("locks"), run.json());
    }

    @Test
    void withoutJsonThereIsATable() {
        Run run = Run.of("--simulated", "--state", state.toString(), "locks");
        assertEquals("""
                ID           NAME         MANUFACTURER      MODEL                 REACHABLE
                simulated:1  Front door   Lock Credentials  User credential lock  true
                simulated:2  Garden gate  Lock Credentials  User code lock        true
                """, run.out());
        assertEquals("", run.err());
    }

    @Test
    void infoTellsWhatALockCanDo() {
        JsonNode info = bench.answer("info simulated:1");
        assertEquals("simulated:1", info.get("id").asText());
        assertEquals(50, info.get("maxUsers").asInt());
        assertEquals(parse("""
                        {"slots":100,"minLength":4,"maxLength":10,"learn":false,"perUser":5,"writable":true,"readBack":"DATA"}"""), info.at("/credentialTypes/PIN"));
        assertEquals(7, info.at("/schedules/WEEK_DAY/slots").asInt());
        assertEquals(
                "SLOT_IS_USER",
                bench.answer("info simulated:2").get("userModel").asText());
    }

    @Test
    void infoIsReadableToo() {
        Run run = Run.of("--simulated", "--state", state.toString(), "info", "simulated:1");
        assertEquals(0, run.code());
        assertTrue(run.out().contains("MAX USERS"), run.out());
        assertTrue(run.out().contains("PIN (slots 100"), run.out());
    }

    @Test
    void tagsArePutAndKeptAndTakenAway() {
        bench.answer("tag simulated:1 --name Haustür --area ground --floor 0 --label staff --label fire");
        JsonNode tagged = bench.answer("tag simulated:1 --floor 1 --area=");
        assertEquals("Haustür", tagged.get("name").asText());
        assertTrue(tagged.get("area").isNull());
        assertEquals("1", tagged.get("floor").asText());
        assertEquals(parse("[\"fire\",\"staff\"]"), tagged.get("labels"));
        assertEquals("Haustür", bench.answer("locks").at("/0/name").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info LOCK",
                "users LOCK",
                "tag LOCK --area x",
                "door LOCK",
                "lock LOCK",
                "user set LOCK",
                "user delete LOCK --all",
                "user enable LOCK --index 1",
                "credential set LOCK --user 1 --type pin --data 1234",
                "credential status LOCK --type pin --slot 1",
                "credential delete LOCK --type pin --slot 1",
                "schedule list LOCK --user 1",
                "simulate LOCK knob"
            })
    void aLockThatIsNotThereIsNotFound(String command) {
        Run run = bench.run(command.replace("LOCK", "simulated:9"));
        assertEquals(1, run.code(), run.err());
        assertEquals("NOT_FOUND", run.json().at("/error/reason").asText());
        assertEquals("simulated:9", run.json().at("/error/lock").asText());
    }

    @Test
    void aTargetWithoutLocksIsNotFound() {
        assertEquals("NOT_FOUND", bench.refusal("access list area:attic"));
        Run run = bench.run("access list simulated:9");
        assertEquals(1, run.code());
        assertEquals(
                "NOT_FOUND", run.json().at("/results/simulated:9/error/reason").asText());
    }
}
