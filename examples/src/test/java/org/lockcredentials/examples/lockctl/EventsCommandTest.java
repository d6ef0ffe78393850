package org.lockcredentials.examples.lockctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lockcredentials.LockId;
import org.lockcredentials.simulation.SimulatedLock;
import picocli.CommandLine;

class EventsCommandTest {

    @TempDir
    private Path state;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void eventsOfOneLockAreShownAsTheyCome() throws Exception {
        Output output =
                new Output(new PrintWriter(out), new PrintWriter(err), new ProgressLine(new PrintWriter(err), false));
        try (Session session = session(output)) {
            SimulatedLock door = session.simulated(LockId.parse(Bench.DOOR));
            SimulatedLock gate = session.simulated(LockId.parse(Bench.GATE));
            CompletableFuture<Integer> code =
                    CompletableFuture.supplyAsync(() -> new CommandLine(new EventsCommand(session))
                            .registerConverter(LockId.class, new LockIdText())
                            .execute(Bench.DOOR, "--follow", "--count", "2"));
            gate.turnKnob();
            door.turnKnob();
            door.openDoor();
            assertEquals(0, code.get(30, TimeUnit.SECONDS));
        }
        List<String> lines = out.toString().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).startsWith("OPERATION  UNLOCK  simulated:1  MANUAL  "), lines.get(0));
        assertTrue(lines.get(1).startsWith("OPERATION  DOOR_OPENED  simulated:1  "), lines.get(1));
        assertEquals("", err.toString());
    }

    private Session session(Output output) {
        ConnectionOptions connection = new ConnectionOptions();
        new CommandLine(connection).parseArgs("--simulated", "--state", state.toString());
        return new Session(
                connection, InputStream.nullInputStream(), output, new ProgressLine(new PrintWriter(err), false));
    }
}
