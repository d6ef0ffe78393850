package org.lockcredentials.zwave.peer;

import java.nio.file.Path;
import java.util.List;
import org.lockcredentials.peer.PeerProcess;

/** A serial device in front of a TCP port on the loopback. It vanishes when the connection does, as an unplugged stick. */
public final class PseudoTerminal implements AutoCloseable {
    private static final int START_SECONDS = 20;

    private final PeerProcess process;
    private final Path device;

    private PseudoTerminal(final PeerProcess process, final Path device) {
        this.process = process;
        this.device = device;
    }

    /**
     * Makes the device; skips the test when there is no socat (on CI: fails it).
     *
     * @param folder a folder of the test's own, for the link to the device
     */
    public static PseudoTerminal inFrontOf(final int port, final Path folder) {
        Peers.requireSocat();
        final Path device = folder.resolve("stick-" + port);
        // Its log, on standard error, is what tells that it is ready.
        final String script = "exec socat -d -d \"PTY,link=$1,raw,echo=0\" \"TCP:127.0.0.1:$2,nodelay\" 2>&1";
        final PeerProcess process = new PeerProcess(
                "socat", List.of("sh", "-c", script, "socat", device.toString(), Integer.toString(port)));
        final PseudoTerminal terminal = new PseudoTerminal(process, device);
        try {
            terminal.awaitReady();
            return terminal;
        } catch (AssertionError e) {
            terminal.close();
            throw e;
        }
    }

    private void awaitReady() {
        String line = "";
        while (!line.contains("starting data transfer loop")) {
            line = process.next(START_SECONDS);
        }
    }

    /** A symbolic link to the device. */
    public Path device() {
        return device;
    }

    @Override
    public void close() {
        process.terminate();
        process.close();
    }
}
