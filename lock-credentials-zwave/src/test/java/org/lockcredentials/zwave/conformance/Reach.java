package org.lockcredentials.zwave.conformance;

import java.nio.file.Path;
import java.util.Optional;
import org.lockcredentials.zwave.peer.PseudoTerminal;
import org.lockcredentials.zwave.peer.ZwaveJsStick;

/** How hosts get to a stick, one after the other. */
final class Reach implements AutoCloseable {

    /** What is between a host and the stick. */
    enum Way {
        TCP,
        SERIAL
    }

    private final Way way;
    private final ZwaveJsStick stick;
    private final Path folder;
    private Optional<PseudoTerminal> terminal = Optional.empty();

    /** @param folder for the link to the serial device */
    Reach(Way way, ZwaveJsStick stick, Path folder) {
        this.way = way;
        this.stick = stick;
        this.folder = folder;
    }

    /** Where the stick is for the next host; a serial device is a new one, as the last vanished with the host that had it open. */
    String address() {
        if (way == Way.TCP) {
            return "tcp://127.0.0.1:" + stick.port();
        }
        close();
        terminal = Optional.of(PseudoTerminal.inFrontOf(stick.port(), folder));
        return terminal.get().device().toString();
    }

    @Override
    public void close() {
        terminal.ifPresent(PseudoTerminal::close);
        terminal = Optional.empty();
    }
}
