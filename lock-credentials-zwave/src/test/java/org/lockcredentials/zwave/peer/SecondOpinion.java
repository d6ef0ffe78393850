package org.lockcredentials.zwave.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lockcredentials.peer.Json;
import org.lockcredentials.peer.PeerProcess;

/** What zwave-js's own driver reads from a lock, and the network that it makes. It takes the stick's only connection while it runs. */
public final class SecondOpinion {
    private static final int SECONDS = 150;

    private SecondOpinion() {}

    /**
     * Interviews the node and reads its users and credentials, without changing either.
     *
     * @param cache an empty folder of the test's own
     */
    public static JsonNode of(final ZwaveJsStick stick, final int node, final Path cache) {
        return ask(stick, node, cache, "{}");
    }

    /** The same for a node of a network whose keys are in the file. */
    public static JsonNode of(final ZwaveJsStick stick, final int node, final Path cache, final Path keys) {
        return ask(stick, node, cache, "{'keys':'%s'}".formatted(keys));
    }

    /** Reads the node of such a network, then adds a user with a PIN in the slot of the same number. */
    public static JsonNode setting(
            final ZwaveJsStick stick,
            final int node,
            final Path cache,
            final Path keys,
            final int user,
            final String pin) {
        return ask(stick, node, cache, "{'keys':'%s','set':[{'user':%d,'pin':'%s'}]}".formatted(keys, user, pin));
    }

    /**
     * Makes a network with keys of its own, adds the lock that joins, grants all that it asks for, and reads it.
     *
     * @param pin what a person reads on the lock
     * @return the reading, with {@code node}, {@code security} (the strongest class, None after a wrong PIN), {@code dsk} and {@code keys}
     */
    public static JsonNode including(final ZwaveJsStick stick, final String pin, final Path cache) {
        return ask(stick, 0, cache, "{'include':{'pin':'%s'}}".formatted(pin));
    }

    /** Adds a node without reading it, with all options of the script's {@code include}. */
    public static JsonNode including(
            final ZwaveJsStick stick, final Path cache, final Path keys, final String options) {
        return ask(stick, 0, cache, "{'keys':'%s','read':false,'include':%s}".formatted(keys, options));
    }

    /** Removes the lock that leaves; {@code excluded} in the answer is its node id. */
    public static JsonNode excluding(final ZwaveJsStick stick, final Path cache, final Path keys) {
        return ask(stick, 0, cache, "{'keys':'%s','exclude':true}".formatted(keys));
    }

    /** Writes a key file, NAME=32 hexadecimal digits, from what {@link #including} tells or a scenario says. */
    public static Path writeKeys(final JsonNode keys, final Path file) {
        final List<String> lines = new ArrayList<>();
        for (final Map.Entry<String, JsonNode> each : keys.properties()) {
            lines.add(each.getKey() + "=" + each.getValue().textValue());
        }
        try {
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode ask(final ZwaveJsStick stick, final int node, final Path cache, final String options) {
        final String script =
                Peers.requireScripts().resolve("second-opinion.mjs").toString();
        final List<String> command = List.of(
                "node",
                script,
                Integer.toString(stick.port()),
                Integer.toString(node),
                cache.toString(),
                Json.line(options));
        try (PeerProcess process = new PeerProcess("second-opinion", command)) {
            final JsonNode opinion = Json.read(process.next(SECONDS));
            if (!opinion.path("ok").booleanValue()) {
                throw new AssertionError("zwave-js has no opinion: " + opinion);
            }
            return opinion;
        }
    }
}
