package org.lockcredentials.matter.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.lockcredentials.peer.Installed;
import org.lockcredentials.peer.Json;
import org.lockcredentials.peer.PeerProcess;
import org.lockcredentials.testing.Pins;

/**
 * matter.js's own controller, as a second administrator of a lock. Commands are described in {@code src/it/peers/README.md}; quotes may be single ones.
 */
public final class MatterJsController implements AutoCloseable {
    private static final int START_SECONDS = 60;
    private static final int ANSWER_SECONDS = 60;
    private static final Pattern CODE = Pattern.compile("'pin':'([^']{6,})'");

    private final PeerProcess process;

    private MatterJsController(final PeerProcess process) {
        this.process = process;
        process.next(START_SECONDS);
    }

    /** Starts a controller; skips the test when there is no Node.js (on CI: fails it). */
    public static MatterJsController start() {
        final String script = Installed.requireScripts("lock-credentials-matter")
                .resolve("controller.mjs")
                .toString();
        final PeerProcess process = new PeerProcess("controller", List.of("node", script));
        try {
            return new MatterJsController(process);
        } catch (AssertionError e) {
            process.close();
            throw e;
        }
    }

    /** Sends one control command and returns its answer; fails the test when it went wrong. */
    public synchronized JsonNode command(final String command) {
        CODE.matcher(command).results().forEach(found -> Pins.watch(found.group(1)));
        process.send(Json.line(command));
        final JsonNode answer = Json.read(process.next(ANSWER_SECONDS));
        if (!answer.path("ok").booleanValue()) {
            throw new AssertionError("matter.js failed: " + answer);
        }
        return answer;
    }

    /** Commissions the lock at a port of the loopback. */
    public void commission(final String code, final int port) {
        command("{'cmd':'commission','code':'%s','port':%d}".formatted(code, port));
    }

    /** What the lock tells it of its users. */
    public JsonNode users() {
        return command("{'cmd':'dump'}").path("users");
    }

    @Override
    public void close() {
        process.close();
    }
}
