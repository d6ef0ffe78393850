package org.lockcredentials.matter.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lockcredentials.benchmark.Comparison;
import org.lockcredentials.benchmark.Measured;
import org.lockcredentials.benchmark.OwnJvm;
import org.lockcredentials.matter.peer.MatterJsLock;
import org.lockcredentials.peer.Installed;

/**
 * Prints a table of what both controllers spend on a lock of matter.js. Each has a lock of its own, and processes of its own: one that
 * commissions, and one that comes back to what the first one kept.
 */
public final class SideBySide {

    private static final String LOCK = "{'users':60,'pins':60}";
    private static final List<String> COLD = List.of("commission");
    private static final List<String> WARM = List.of("connect", "users", "readUsers");

    private SideBySide() {}

    public static void main(String[] args) throws IOException {
        String script = Installed.requireScripts("lock-credentials-matter")
                .resolve("benchmark.mjs")
                .toString();
        new Comparison(
                        half("sdk", arguments -> OwnJvm.command(OwnController.class, arguments)),
                        half("matter.js", arguments -> {
                            List<String> command = new ArrayList<>(List.of("node", script));
                            command.addAll(arguments);
                            return command;
                        }))
                .print(System.out, "matter.js", Comparison.COSTS);
    }

    private static Map<String, JsonNode> half(String name, Function<List<String>, List<String>> command)
            throws IOException {
        Path state = Files.createTempDirectory("side-by-side");
        Map<String, JsonNode> all = new LinkedHashMap<>();
        try (MatterJsLock lock = MatterJsLock.start(LOCK)) {
            for (List<String> operations : List.of(COLD, WARM)) {
                List<String> arguments = new ArrayList<>(List.of(
                        Integer.toString(lock.address().getPort()),
                        state.resolve("kept").toString(),
                        lock.manualCode()));
                arguments.addAll(operations);
                all.putAll(Measured.run(name, command.apply(arguments), operations, spent -> {}));
            }
        }
        return all;
    }
}
