package org.lockcredentials.zwave.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        Map<String, JsonNode> own = own(scenario);
        JsonNode peer = peer(scenario).path("operations");
        System.out.println("| operation | frames on the air, SDK / zwave-js | wall ms | CPU ms | peak MB |");
        System.out.println("| --- | --- | --- | --- | --- |");
        own.forEach((operation, ours) -> {
            JsonNode theirs = peer.path(operation);
            System.out.printf(
                    "| %s | %d / %d | %d / %d | %d / %d | %d / %d |%n",
                    operation,
                    ours.at("/frames/air").asInt(),
                    theirs.at("/frames/air").asInt(),
                    ours.path("wallMs").asInt(),
                    theirs.path("wallMs").asInt(),
                    ours.path("cpuMs").asInt(),
                    theirs.path("cpuMs").asInt(),
                    ours.path("peakRssMb").asInt(),
                    theirs.path("peakRssMb").asInt());
        });
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
                try (PeerProcess host = new PeerProcess("host", OwnJvm.command(OwnHost.class, arguments))) {
                    for (String operation : operations) {
                        JsonNode spent = Json.read(host.next(PATIENCE_SECONDS));
                        JsonNode frames = stick.frames().at("/nodes/" + NODE);
                        int air = frames.path("toNode").intValue()
                                + frames.path("fromNode").intValue();
                        all.put(
                                operation,
                                Json.read("{\"frames\":{\"air\":%d},%s"
                                        .formatted(air, spent.toString().substring(1))));
                        host.send("go");
                    }
                }
            }
        }
        return all;
    }

    private static JsonNode peer(String scenario) {
        String script = Peers.requireScripts().resolve("benchmark.mjs").toString();
        try (PeerProcess peer = new PeerProcess("zwave-js", List.of("node", script, scenario))) {
            return Json.read(peer.next(PATIENCE_SECONDS));
        }
    }
}
