package org.lockcredentials.examples.lockctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The same answer for people: a list of objects is a table, one object is a list of its fields. */
final class Table {

    private Table() {}

    static String of(JsonNode answer) {
        if (answer.isArray()) {
            return rows(elements(answer).toList());
        }
        if (answer.path("results").isObject()) {
            return rows(answer.get("results").properties().stream()
                    .flatMap(result -> ofLock(result.getKey(), result.getValue()))
                    .toList());
        }
        return aligned(answer.properties().stream()
                .map(field -> List.of(title(field.getKey()), cell(field.getValue())))
                .toList());
    }

    /** One object in one line. */
    static String line(JsonNode answer) {
        return elements(answer).map(Table::cell).collect(Collectors.joining("  "));
    }

    /** One lock's result: a row, or one for each element if the result is a list. */
    private static Stream<ObjectNode> ofLock(String lock, JsonNode result) {
        JsonNode only = result.size() == 1 ? result.iterator().next() : result;
        ObjectNode row = Json.object().put("lock", lock);
        if (only.isArray()) {
            return elements(only).map(element -> row.deepCopy().setAll((ObjectNode) element));
        }
        return Stream.of(row.setAll((ObjectNode) result));
    }

    private static String rows(List<? extends JsonNode> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> row.properties().forEach(field -> columns.add(field.getKey())));
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(Table::title).toList());
        for (JsonNode row : rows) {
            lines.add(columns.stream().map(column -> cell(row.path(column))).toList());
        }
        return rows.isEmpty() ? "none\n" : aligned(lines);
    }

    private static String aligned(List<List<String>> lines) {
        int columns = lines.isEmpty() ? 0 : lines.get(0).size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                row.append(line.get(i))
                        .append(" ".repeat(widths[i] - line.get(i).length() + 2));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String cell(JsonNode value) {
        if (value.isArray()) {
            return elements(value).map(Table::cell).collect(Collectors.joining(", "));
        }
        if (value.has("schedule")) {
            return value.get("schedule").asText();
        }
        if (value.has("slots")
                || value.properties().stream()
                        .anyMatch(field -> field.getValue().isObject())) {
            return named(value);
        }
        if (value.isObject()) {
            return elements(value).map(Table::cell).collect(Collectors.joining(" "));
        }
        return value.isNull() || value.isMissingNode() ? "-" : value.asText();
    }

    private static String named(JsonNode value) {
        return value.properties().stream()
                .map(field -> field.getKey()
                        + (field.getValue().isObject() ? " (" : " ")
                        + cell(field.getValue())
                        + (field.getValue().isObject() ? ")" : ""))
                .collect(Collectors.joining(", "));
    }

    private static Stream<JsonNode> elements(JsonNode value) {
        return StreamSupport.stream(value.spliterator(), false);
    }

    private static String title(String field) {
        return field.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toUpperCase(Locale.ROOT);
    }
}
