package org.lockcredentials.zwave.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;

/** What zwave-js's own driver reads from a lock. It takes the stick's only connection while it reads. */
public final class SecondOpinion {
    private static final int SECONDS = 150;

    private SecondOpinion() {}

    /**
     * Interviews the node and reads its users and credentials, without changing either.
     *
     * @param cache an empty folder of the test's own
     */
    public static JsonNode of(final ZwaveJsStick stick, final int node, final Path cache) {
        final String script =
                Peers.requireScripts().resolve("second-opinion.mjs").toString();
        final List<String> command =
                List.of("node", script, Integer.toString(stick.port()), Integer.toString(node), cache.toString());
        try (PeerProcess process = new PeerProcess("second-opinion", command)) {
            final JsonNode opinion = Json.read(process.next(SECONDS));
            if (!opinion.path("ok").booleanValue()) {
                throw new AssertionError("zwave-js has no opinion: " + opinion);
            }
            return opinion;
        }
    }
}
