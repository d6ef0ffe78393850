package org.lockcredentials.examples.lockctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.examples.lockctl.Run.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Access as one operation on one lock or several, and plans of it. */
class AccessTest {

    private static final String PIN = "0042871";

    @TempDir
    private Path directory;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(directory.resolve("state"));
    }

    @Test
    void accessIsAddedOnceOnEveryLock() {
        String done = "{\"outcome\":\"%s\",\"userIndex\":1,\"credentials\":[{\"type\":\"PIN\",\"slot\":1}]}";
        String add = "access add all --key ann --name Ann --data " + PIN;
        assertEquals(results(done.formatted("CONFIRMED"), done.formatted("CONFIRMED")), bench.answer(add));
        assertEquals(results(done.formatted("NO_CHANGE"), done.formatted("NO_CHANGE")), bench.answer(add));
        assertEquals(1, bench.answer("users simulated:1").size());
        assertEquals("Ann", bench.answer("users simulated:2").at("/0/name").asText());
    }

    @Test
    void accessIsListedChangedAndRemoved() {
        bench.answer("access add simulated:1 --key ann --name Ann --schedule expiring:PT2H --data " + PIN);
        assertEquals(parse("""
                        {"results":{"simulated:1":{"access":[{"owner":"lockctl","key":"ann","userIndex":1,
                          "credentials":[{"type":"PIN","slot":1}],"state":"ACTIVE"}]}}}"""), bench.answer("access list simulated:1 --key ann"));
        assertEquals(
                parse("[]"), bench.answer("access list simulated:1 --key bob").at("/results/simulated:1/access"));
        bench.answer("access change simulated:1 --key ann --name Anna --data 918273");
        assertEquals("Anna", bench.answer("users simulated:1").at("/0/name").asText());
        assertTrue(
                bench.answer("simulate simulated:1 code 918273").get("opened").asBoolean());
        bench.answer("access remove simulated:1 --key ann");
        assertEquals(parse("[]"), bench.answer("users simulated:1"));
    }

    @Test
    void changingTheNameLeavesTheCode() {
        bench.answer("access add simulated:1 --key ann --name Ann --data " + PIN);
        JsonNode changed = bench.answer("access change simulated:1 --key ann --name Anna");
        assertEquals("CONFIRMED", changed.at("/results/simulated:1/outcome").asText());
        assertEquals("Anna", bench.answer("users simulated:1").at("/0/name").asText());
        assertTrue(
                bench.answer("simulate simulated:1 code " + PIN).get("opened").asBoolean());
    }

    @Test
    void oneLockThatFailsHidesNoOther() {
        bench.answer("access add simulated:2 --key bob --name Bob --data " + PIN);
        Run run = bench.run("access add simulated:1,simulated:2,simulated:9 --key ann --name Ann --data " + PIN);
        assertEquals(1, run.code());
        JsonNode results = run.json().get("results");
        assertEquals("CONFIRMED", results.at("/simulated:1/outcome").asText());
        assertEquals("DUPLICATE", results.at("/simulated:2/error/reason").asText());
        assertEquals("NOT_FOUND", results.at("/simulated:9/error/reason").asText());
        assertFalse((run.out() + run.err()).contains(PIN));
    }

    @Test
    void tagsLeadToLocks() {
        bench.answer("tag simulated:2 --area garden");
        JsonNode results = bench.answer("access add area:garden --key ann --name Ann --data " + PIN)
                .get("results");
        assertEquals(1, results.size());
        assertTrue(results.has("simulated:2"));
    }

    @Test
    void resultsAreATableForPeople() {
        Run run = Run.of(
                "--simulated",
                "--state",
                bench.state().toString(),
                "access",
                "add",
                "all",
                "--key",
                "k",
                "--name",
                "Ann",
                "--data",
                PIN);
        assertEquals("""
                LOCK         OUTCOME    USER INDEX  CREDENTIALS
                simulated:1  CONFIRMED  1           PIN 1
                simulated:2  CONFIRMED  1           PIN 1
                """, run.out());
    }

    @Test
    void aPlanIsComparedAndFollowed() throws IOException {
        Files.writeString(directory.resolve("bob.pin"), "0815\n");
        Path plan = Files.writeString(directory.resolve("plan.json"), """
                {"owner": "office", "target": "simulated:1", "access": [
                  {"key": "ann", "name": "Ann", "data": "%s"},
                  {"key": "bob", "name": "Bob", "dataFile": "bob.pin", "schedules": ["weekday:mon-fri,08:00-17:00,UTC"]}]}""".formatted(PIN));
        assertEquals(
                parse("[{\"change\":\"ADD\",\"key\":\"ann\"},{\"change\":\"ADD\",\"key\":\"bob\"}]"),
                bench.answer("plan diff " + plan).at("/results/simulated:1/changes"));
        Run applied = bench.run("plan apply " + plan);
        assertEquals(0, applied.code(), applied.out());
        assertEquals(2, applied.json().at("/results/simulated:1/receipts").size());
        assertFalse((applied.out() + applied.err()).contains(PIN));
        assertEquals(parse("[]"), bench.answer("plan diff " + plan).at("/results/simulated:1/changes"));

        Files.writeString(plan, "{\"owner\": \"office\", \"target\": \"simulated:1\", \"access\": []}");
        assertEquals(
                parse("[{\"change\":\"REMOVE\",\"key\":\"ann\"},{\"change\":\"REMOVE\",\"key\":\"bob\"}]"),
                bench.answer("plan diff " + plan).at("/results/simulated:1/changes"));
    }

    private static JsonNode results(String door, String gate) {
        return parse("{\"results\":{\"simulated:1\":" + door + ",\"simulated:2\":" + gate + "}}");
    }
}
