package org.lockcredentials.zwave.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lockcredentials.benchmark.Comparison;
import org.lockcredentials.benchmark.Comparison.Column;
import org.lockcredentials.benchmark.Measured;
import org.lockcredentials.benchmark.OwnJvm;
import org.lockcredentials.peer.Json;
import org.lockcredentials.peer.PeerProcess;
import org.lockcredentials.zwave.peer.Peers;
import org.lockcredentials.zwave.peer.SecondOpinion;
import org.lockcredentials.zwave.peer.ZwaveJsStick;

/**
 * Prints a table of what both hosts spend on an S2 lock of 250 users, 30 of them with a PIN. Each has a stick and a lock of its own, made
 * from the same scenario, and processes of its own: one that knows nothing, and one that comes back to what the first one kept.
 */
public final class SideBySide {

    private static final int NODE = 2;
    private static final int PATIENCE_SECONDS = 120;
    private static final String KEYS = """
            {'S2_AccessControl':'00112233445566778899AABBCCDDEEFF','S2_Authenticated':'102132435465768798A9BACBDCEDFE0F',
             'S2_Unauthenticated':'2031425364758697A8B9CADBECFD0E1F','S0_Legacy':'0102030405060708090A0B0C0D0E0F10'}""";
    private static final List<String> COLD = List.of("coldStartToFirstPin");
    private static final List<String> WARM = List.of("restartToFirstPin", "setPin", "readUsers", "addUsers");

    private SideBySide() {}

    public static void main(String[] args) throws IOException {
        String scenario = scenario();
        List<Column> columns = new ArrayList<>(List.of(new Column("frames on the air", "air")));
        columns.addAll(Comparison.COSTS);
        new Comparison(own(scenario), peer(scenario)).print(System.out, "zwave-js", columns);
    }

    private static String scenario() {
        String initial = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> "{'user':%1$d,'credentials':[{'slot':%1$d,'data':'%2$d'}]}".formatted(i, 100_000 + i))
                .collect(Collectors.joining(","));
        return Json.line("""
                {'keys':%s,'nodes':[{'id':2,'secure':'S2_AccessControl','userCredential':
                  {'users':250,'types':{'1':{'slots':250,'min':4,'max':10}},'initial':[%s]}}]}""".formatted(KEYS, initial));
    }

    private static Map<String, JsonNode> own(String scenario) throws IOException {
        Path folder = Files.createTempDirectory("side-by-side");
        Path keys = SecondOpinion.writeKeys(Json.read(Json.line(KEYS)), folder.resolve("keys"));
        Map<String, JsonNode> all = new LinkedHashMap<>();
        try (ZwaveJsStick stick = ZwaveJsStick.start(scenario)) {
            for (List<String> operations : List.of(COLD, WARM)) {
                List<String> arguments = new ArrayList<>(List.of(
                        Integer.toString(stick.port()), folder.resolve("state").toString(), keys.toString()));
                arguments.addAll(operations);
                all.putAll(Measured.run(
                        "host",
                        OwnJvm.command(OwnHost.class, arguments),
                        operations,
                        spent -> spent.put("air", air(stick.frames().at("/nodes/" + NODE)))));
            }
        }
        return all;
    }

    private static int air(JsonNode frames) {
        return frames.path("toNode").intValue() + frames.path("fromNode").intValue();
    }

    private static Map<String, JsonNode> peer(String scenario) {
        String script = Peers.requireScripts().resolve("benchmark.mjs").toString();
        Map<String, JsonNode> all = new LinkedHashMap<>();
        try (PeerProcess peer = new PeerProcess("zwave-js", List.of("node", script, scenario))) {
            JsonNode operations = Json.read(peer.next(PATIENCE_SECONDS)).path("operations");
            operations.fields().forEachRemaining(each -> {
                ObjectNode spent = (ObjectNode) each.getValue();
                all.put(each.getKey(), spent.put("air", spent.at("/frames/air").intValue()));
            });
        }
        return all;
    }
}
