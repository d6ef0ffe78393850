package org.lockcredentials.examples.lockctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Simulated locks that keep what they hold from one run to the next, in one state directory. */
record Bench(Path state) {

    static final String DOOR = "simulated:1";
    static final String GATE = "simulated:2";

    /** One command, words separated by single blanks. */
    Run run(String line) {
        return run(line.split(" "));
    }

    Run run(String... words) {
        return Run.of(withConnection(words));
    }

    Run withInput(String input, String line) {
        return Run.withInput(input, withConnection(line.split(" ")));
    }

    /** What the command answers, which must be done. */
    JsonNode answer(String line) {
        Run run = run(line);
        assertEquals(0, run.code(), () -> run.out() + run.err());
        return run.json();
    }

    /** The reason with which the command is refused. */
    String refusal(String line) {
        Run run = run(line);
        assertEquals(1, run.code(), () -> run.out() + run.err());
        return run.json().at("/error/reason").asText();
    }

    /** The answers to a script. */
    List<JsonNode> script(String... lines) {
        return withInput(String.join("\n", lines), "script").lines();
    }

    private String[] withConnection(String... words) {
        Stream<String> connection = Stream.of("--simulated", "--state", state.toString(), "--json");
        return Stream.concat(connection, Stream.of(words)).toArray(String[]::new);
    }
}
