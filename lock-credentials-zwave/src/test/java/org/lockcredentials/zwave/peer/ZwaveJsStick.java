package org.lockcredentials.zwave.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.lockcredentials.peer.Json;
import org.lockcredentials.peer.PeerProcess;
import org.lockcredentials.testing.Pins;

/**
 * A Z-Wave stick with locks on its network: zwave-js's mock controller and nodes behind a TCP port on the loopback.
 * Scenario and commands are described in {@code src/it/peers/README.md}; quotes may be single ones.
 */
public final class ZwaveJsStick implements AutoCloseable {
    private static final int START_SECONDS = 60;
    private static final int ANSWER_SECONDS = 20;
    private static final Pattern CODE = Pattern.compile("'(?:code|data)':'([^']{6,})'");

    private final PeerProcess process;
    private final int port;
    private final boolean plain;

    private ZwaveJsStick(final PeerProcess process, final boolean plain) {
        this.process = process;
        this.plain = plain;
        this.port = Json.read(process.next(START_SECONDS)).required("listening").intValue();
    }

    /** Starts a stick with the locks of the scenario; skips the test when there is no Node.js (on CI: fails it). */
    public static ZwaveJsStick start(final String scenario) {
        final Path scripts = Peers.requireScripts();
        final String script = scripts.resolve("stick.mjs").toString();
        watchCodes(scenario);
        final PeerProcess process = new PeerProcess("stick", List.of("node", script, Json.line(scenario)));
        try {
            return new ZwaveJsStick(process, scenario.contains("'plain':true"));
        } catch (AssertionError e) {
            process.close();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    /** Whether stick and locks are zwave-js's mocks and nothing else. */
    public boolean isPlain() {
        return plain;
    }

    /** Sends one control command and returns its answer; fails the test when the stick refuses it. */
    public synchronized JsonNode command(final String command) {
        watchCodes(command);
        process.send(Json.line(command));
        final JsonNode answer = Json.read(process.next(ANSWER_SECONDS));
        if (!answer.path("ok").booleanValue()) {
            // Without the command, which may hold a code.
            throw new AssertionError("the stick refuses: " + answer);
        }
        return answer;
    }

    /** A code that gets out is found whichever side it was put in from; shorter ones would be found by chance. */
    private static void watchCodes(final String text) {
        CODE.matcher(text).results().forEach(found -> Pins.watch(found.group(1)));
    }

    /** Somebody types a code at a lock. Codes are digits here, so nothing needs quoting. */
    public JsonNode enterCode(final int node, final String code) {
        return command("{'cmd':'enterCode','node':%d,'code':'%s'}".formatted(node, code));
    }

    /** The lock's own truth: users, credentials, codes with their values, bolt, lifeline, schedules. */
    public JsonNode state(final int node) {
        return command("{'cmd':'state','node':%d}".formatted(node));
    }

    /** What is printed on the lock: {@code dsk}, its first group {@code pin}, and {@code hex}. */
    public JsonNode dsk(final int node) {
        return command("{'cmd':'dsk','node':%d}".formatted(node));
    }

    /** Somebody presses the lock's button: it joins as soon as the stick looks for nodes. */
    public void join(final int node) {
        command("{'cmd':'join','node':%d}".formatted(node));
    }

    /** Somebody presses the lock's button: it leaves as soon as the stick looks for nodes. */
    public void leave(final int node) {
        command("{'cmd':'leave','node':%d}".formatted(node));
    }

    /** The lock's battery is changed: its nonces are gone, its keys and users are not. */
    public void restart(final int node) {
        command("{'cmd':'restart','node':%d}".formatted(node));
    }

    /** Takes the lock's battery out, or puts it back. */
    public void dead(final int node, final boolean dead) {
        command("{'cmd':'dead','node':%d,'dead':%b}".formatted(node, dead));
    }

    /**
     * Somebody within radio range attacks.
     *
     * @param kind replay, flip, truncate, forge, wrongKey, flood, downgrade, toNode, replayToNode
     * @param options further members of the command, with single quotes and a leading comma; may be empty
     */
    public JsonNode attack(final int node, final String kind, final String options) {
        return command("{'cmd':'attack','node':%d,'kind':'%s'%s}".formatted(node, kind, options));
    }

    /** From now on, each frame between stick and lock is lost, doubled or overtaken with these probabilities. */
    public void weather(
            final int node, final int seed, final double drop, final double doubled, final double reordered) {
        command("{'cmd':'air','node':%d,'seed':%d,'drop':%s,'double':%s,'reorder':%s}"
                .formatted(node, seed, drop, doubled, reordered));
    }

    /** Frames on the line and on the air since the last call, commands and answers of each node by name. */
    public JsonNode frames() {
        return command("{'cmd':'frames'}");
    }

    /** Cuts the connection. The stick and its locks live on and take the next one. */
    public void drop() {
        command("{'cmd':'drop'}");
    }

    boolean endsWithin(final int seconds) {
        return process.ended(seconds);
    }

    @Override
    public void close() {
        process.close();
    }
}
