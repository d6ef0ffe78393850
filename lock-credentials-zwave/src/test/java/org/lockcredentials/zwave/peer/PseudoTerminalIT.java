package org.lockcredentials.zwave.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stick is reached through a serial device just as through its port. */
class PseudoTerminalIT {
    @TempDir
    private Path folder;

    @Test
    void carriesFramesBothWays() {
        try (ZwaveJsStick stick = ZwaveJsStick.start("{'nodes':[{'id':2,'userCredential':{}}]}");
                PseudoTerminal terminal = PseudoTerminal.inFrontOf(stick.port(), folder)) {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                final String device = terminal.device().toString();
                try (FileInputStream in = new FileInputStream(device);
                        RawHost host = RawHost.over(in, new FileOutputStream(device))) {
                    host.sendTo(2, "83 01");
                    assertEquals("83 02 00 1E 02 20 64 02 F9 02", host.receiveFrom(2));
                }
            });
        }
    }
}
