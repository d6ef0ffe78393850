package org.lockcredentials.examples.lockctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lockcredentials.LockId;
import org.lockcredentials.event.LockEvent;

class ProgressLineTest {

    private final StringWriter screen = new StringWriter();

    @Test
    void aTerminalShowsOneLineThatIsErasedAtTheEnd() {
        ProgressLine line = new ProgressLine(new PrintWriter(screen), true);
        line.accept(progress(1));
        assertEquals("\r\u001b[Kzwave:7 reading 1/2", screen.toString());
        line.accept(progress(2));
        line.erase();
        assertEquals("\r\u001b[Kzwave:7 reading 1/2\r\u001b[K", screen.toString());
    }

    @Test
    void anythingElseStaysClean() {
        new ProgressLine(new PrintWriter(screen), false).accept(progress(1));
        assertEquals("", screen.toString());
    }

    private static LockEvent progress(int done) {
        return new LockEvent.Progress(LockId.parse("zwave:7"), Instant.EPOCH, "reading", done, 2);
    }
}
