package org.lockcredentials.matter.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lockcredentials.peer.Installed;
import org.lockcredentials.peer.Json;
import org.lockcredentials.peer.PeerProcess;
import org.lockcredentials.testing.Pins;

/**
 * A Matter door lock on the loopback: matter.js's. Options and commands are described in {@code src/it/peers/README.md}; quotes may be single ones.
 */
public final class MatterJsLock implements AutoCloseable {
    private static final int START_SECONDS = 60;
    private static final int ANSWER_SECONDS = 20;
    private static final int STOP_SECONDS = 5;
    private static final Pattern CODE = Pattern.compile("'(?:code|pin|tag)':'([^']{6,})'");

    private final ObjectNode options;
    private PeerProcess process;
    private JsonNode told;

    private MatterJsLock(final ObjectNode options) {
        this.options = options;
        start();
    }

    /** Starts a lock; skips the test when there is no Node.js (on CI: fails it). */
    public static MatterJsLock start(final String options) {
        return new MatterJsLock((ObjectNode) Json.read(Json.line(options)));
    }

    private void start() {
        final String script = Installed.requireScripts("lock-credentials-matter")
                .resolve("lock.mjs")
                .toString();
        final PeerProcess started = new PeerProcess("lock", List.of("node", script, options.toString()));
        process = started;
        try {
            told = Json.read(started.next(START_SECONDS));
        } catch (AssertionError e) {
            started.close();
            throw e;
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        try {
            return new InetSocketAddress(
                    InetAddress.getByName("::1"), told.required("listening").intValue());
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    public String manualCode() {
        return told.required("manualCode").textValue();
    }

    public String qrCode() {
        return told.required("qrCode").textValue();
    }

    /** Sends one control command and returns its answer; fails the test when the lock refuses it. */
    public synchronized JsonNode command(final String command) {
        CODE.matcher(command).results().forEach(found -> Pins.watch(found.group(1)));
        process.send(Json.line(command));
        final JsonNode answer = Json.read(process.next(ANSWER_SECONDS));
        if (!answer.path("ok").booleanValue()) {
            // Without the command, which may hold a code.
            throw new AssertionError("the lock refuses: " + answer);
        }
        return answer;
    }

    /** Somebody types a code at the lock. Codes are digits here, so nothing needs quoting. */
    public JsonNode enterCode(final String code) {
        return command("{'cmd':'enterCode','code':'%s'}".formatted(code));
    }

    /** Somebody shows a finger or a face; {@code kind} is one of the command {@code scan}. True if that opened. */
    public boolean scan(final String kind, final byte[] template) {
        return command("{'cmd':'scan','kind':'%s','template':'%s'}"
                        .formatted(kind, HexFormat.of().formatHex(template)))
                .required("opened")
                .booleanValue();
    }

    /** What it holds at one place, by the numbers of the DoorLock cluster; empty if nothing. */
    public Optional<byte[]> held(final int type, final int index) {
        for (JsonNode credential : state().required("credentials")) {
            if (credential.required("type").intValue() == type
                    && credential.required("index").intValue() == index) {
                return Optional.of(credential.required("data").textValue().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return Optional.empty();
    }

    /** The lock's own truth: bolt, door, users, credentials with their data, schedules. */
    public JsonNode state() {
        return command("{'cmd':'state'}");
    }

    /** The fabrics it is in. */
    public JsonNode fabrics() {
        return command("{'cmd':'fabrics'}").path("fabrics");
    }

    /** How many commands about users and credentials have reached it. */
    public long requests() {
        return command("{'cmd':'requests'}").path("count").longValue();
    }

    /** Its users and schedules are gone, its fabrics are not. */
    public void forget() {
        command("{'cmd':'forget'}");
    }

    /** Leaves politely and comes back: its sessions are gone. */
    public void restart() {
        command("{'cmd':'restart'}");
    }

    /** Its power fails and comes back. It needs the option {@code storage}, and comes back at the same port. */
    public synchronized void cutPower() {
        if (!options.has("storage")) {
            throw new IllegalStateException("a lock without storage forgets its fabrics");
        }
        options.put("port", address().getPort());
        process.terminate();
        process.ended(STOP_SECONDS);
        start();
    }

    @Override
    public void close() {
        process.close();
    }
}
