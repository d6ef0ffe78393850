package org.lockcredentials.examples.lockctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many commands over one connection, and the events in between. */
class ScriptTest {

    private static final String PIN = "0042871";

    @TempDir
    private Path directory;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(directory.resolve("state"));
    }

    @Test
    void aCodeAtTheKeypadComesAsAnEventWithTheUsersName() {
        List<JsonNode> answers = bench.script(
                "access add simulated:1 --key ann --name 'Ann B.' --data " + PIN,
                "",
                "# a guest arrives",
                "simulate simulated:1 code " + PIN,
                "wait-event OPERATION 10");
        assertEquals(3, answers.size());
        JsonNode event = answers.get(2);
        assertEquals("OPERATION", event.get("event").asText());
        assertEquals("UNLOCK", event.get("operation").asText());
        assertEquals("KEYPAD", event.get("source").asText());
        assertEquals(1, event.get("userIndex").asInt());
        assertEquals("Ann B.", event.get("userName").asText());
    }

    @Test
    void errorsAreAnswersAndTheScriptGoesOn() {
        Run run = bench.withInput("""
                locks
                users simulated:9
                nonsense --data %1$s
                user set simulated:1 --name 'Ann %1$s
                credential set simulated:1 --user 1 --type pin --data %1$s --slot x
                credential set simulated:1 --user 1 --type pin --data-file -
                events --follow
                script
                --matter locks
                wait-event NONSENSE
                wait-event ALARM 0.1
                sleep forever
                sleep 0.01
                locks
                """.formatted(PIN), "script");
        assertEquals(1, run.code());
        assertEquals("", run.err());
        List<JsonNode> answers = run.lines();
        assertEquals(14, answers.size());
        assertEquals("NOT_FOUND", reason(answers.get(1)));
        for (int i = 2; i < 10; i++) {
            assertEquals("INVALID", reason(answers.get(i)), answers.get(i).toString());
        }
        assertEquals("TIMEOUT", reason(answers.get(10)));
        assertEquals("INVALID", reason(answers.get(11)));
        assertEquals(0.01, answers.get(12).get("slept").asDouble());
        assertEquals(answers.get(0), answers.get(13));
        assertFalse(run.out().contains(PIN));
    }

    @Test
    void eachEventIsAnsweredOnceAndThoseInBetweenAreKept() {
        List<JsonNode> answers = bench.script(
                "simulate simulated:1 knob",
                "simulate simulated:1 open",
                "simulate simulated:2 restart",
                "wait-event connection 10",
                "wait-event OPERATION 10",
                "wait-event 10",
                "wait-event OPERATION 0");
        assertEquals("CONNECTION", answers.get(3).get("event").asText());
        assertEquals("UNLOCK", answers.get(4).get("operation").asText());
        assertEquals("DOOR_OPENED", answers.get(5).get("operation").asText());
        assertEquals("TIMEOUT", reason(answers.get(6)));
    }

    @Test
    void helpIsNoAnswer() {
        Run run = bench.withInput("users --help\nwait-event 1 2\nlocks\n", "script");
        assertEquals(2, run.lines().size(), run.out());
        assertEquals("INVALID", reason(run.lines().get(0)));
        assertTrue(run.err().contains("Usage: lockctl users"), run.err());
    }

    @Test
    void recentEventsAreListed() {
        List<JsonNode> answers = bench.script(
                "simulate simulated:2 knob",
                "simulate simulated:1 jam",
                "wait-event 10",
                "events simulated:2",
                "events simulated:1");
        assertEquals(1, answers.get(3).size());
        assertEquals("simulated:2", answers.get(3).at("/0/lock").asText());
    }

    @Test
    void aScriptMayBeAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("script"), "locks\n");
        Run run = bench.run("script", file.toString());
        assertEquals(0, run.code());
        assertTrue(run.json().isArray());
        assertEquals(
                2, bench.run("script", directory.resolve("none").toString()).code());
    }

    private static String reason(JsonNode answer) {
        return answer.at("/error/reason").asText();
    }
}
