package org.lockcredentials.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lockcredentials.peer.Json;
import org.lockcredentials.peer.PeerProcess;

/** Lets a program do its operations one by one. It prints a line of what each cost, and goes on when it is told to. */
public final class Measured {

    private static final int PATIENCE_SECONDS = 120;

    private Measured() {}

    /**
     * Runs the program once.
     *
     * @param besides adds what was counted elsewhere, before the next operation begins
     */
    public static Map<String, JsonNode> run(
            String name, List<String> command, List<String> operations, Consumer<ObjectNode> besides) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        try (PeerProcess program = new PeerProcess(name, command)) {
            for (String operation : operations) {
                ObjectNode spent = (ObjectNode) Json.read(program.next(PATIENCE_SECONDS));
                besides.accept(spent);
                all.put(operation, spent);
                program.send("go");
            }
        }
        return all;
    }
}
