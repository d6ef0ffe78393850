package org.lockcredentials.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON as the peers speak it: one value per line; single quotes in what a test writes, for legibility. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static JsonNode read(final String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    /** One line of strict JSON from a text block with single quotes. */
    public static String line(final String text) {
        return read(text.replace('\'', '"')).toString();
    }
}
