package org.lockcredentials.examples.lockctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One run of lockctl inside this JVM, and all that came of it. */
record Run(int code, String out, String err) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Run of(String... words) {
        return withInput("", words);
    }

    static Run withInput(String input, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        try (Lockctl lockctl = new Lockctl(in, out, err, false)) {
            int code = lockctl.run(words);
            return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    /** The one JSON value on standard output; fails if there is anything else. */
    JsonNode json() {
        List<JsonNode> lines = lines();
        assertEquals(1, lines.size(), () -> "one value, and not: " + out + err);
        return lines.get(0);
    }

    List<JsonNode> lines() {
        return out.lines().map(Run::parse).toList();
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }
}
