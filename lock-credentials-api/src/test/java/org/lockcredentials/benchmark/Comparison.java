package org.lockcredentials.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * Two programs that did the same.
 *
 * @param ours what each operation cost this SDK
 * @param theirs what it cost the other
 */
public record Comparison(Map<String, JsonNode> ours, Map<String, JsonNode> theirs) {

    /** A figure of every operation: its title, and its name in what the programs print. */
    public record Column(String title, String name) {}

    /** What every program knows of itself. */
    public static final List<Column> COSTS =
            List.of(new Column("wall ms", "wallMs"), new Column("CPU ms", "cpuMs"), new Column("peak MB", "peakRssMb"));

    /** Prints a table as Markdown has it, this SDK's figure before the other's. */
    public void print(PrintStream out, String peer, List<Column> columns) {
        out.print("| operation, SDK / " + peer + " |");
        columns.forEach(column -> out.print(" " + column.title() + " |"));
        out.print("\n| --- |");
        columns.forEach(column -> out.print(" --- |"));
        out.println();
        ours.forEach((operation, spent) -> {
            out.print("| " + operation + " |");
            JsonNode other = theirs.get(operation);
            columns.forEach(column -> out.print(" " + figure(spent, column) + " / " + figure(other, column) + " |"));
            out.println();
        });
    }

    private static String figure(JsonNode spent, Column column) {
        return spent == null ? "-" : spent.path(column.name()).asText("-");
    }
}
