package org.lockcredentials.zwave.port;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lockcredentials.zwave.peer.Peers;
import org.lockcredentials.zwave.port.ZWavePort.Connection;

/** Opens a pseudo-terminal made by socat, whose other end returns what it gets. */
@Timeout(60)
final class SerialPortTest {

    private final Recorder recorder = new Recorder();

    @TempDir
    private Path directory;

    private Process socat;
    private ZWavePort port;

    @BeforeEach
    void makeTerminal() throws Exception {
        Path link = directory.resolve("stick");
        Peers.requireSocat();
        socat = new ProcessBuilder("socat", "-d", "-d", "PTY,link=" + link + ",raw,echo=0", "EXEC:cat")
                .redirectErrorStream(true)
                .start();
        BufferedReader log = new BufferedReader(new InputStreamReader(socat.getInputStream(), StandardCharsets.UTF_8));
        String line = log.readLine();
        while (line != null && !line.contains("starting data transfer loop")) {
            line = log.readLine();
        }
        port = PortAddress.parse(link.toString()).port();
    }

    @AfterEach
    void endTerminal() throws Exception {
        if (socat != null) {
            socat.destroy();
            socat.waitFor();
        }
    }

    @Test
    void bytesGoBothWaysThroughALinkAndThePortOpensAgainAfterClosing() throws Exception {
        for (int round = 0; round < 2; round++) {
            Connection connection = port.open(recorder).get(10, TimeUnit.SECONDS);
            byte[] everyByte = new byte[256];
            for (int i = 0; i < everyByte.length; i++) {
                everyByte[i] = (byte) i;
            }
            connection.write(everyByte.clone());
            assertArrayEquals(everyByte, recorder.bytes(256));
            connection.close().get(5, TimeUnit.SECONDS);
            assertTrue(PortThreads.goneWithin(port.name(), 2_000), () -> "left: " + PortThreads.of(port.name()));
        }
        assertTrue(recorder.heardOfNoLoss(), "closing is not a loss");
    }

    @Test
    void anUnpluggedStickIsALossAndClosingEndsTheThreads() throws Exception {
        Connection connection = port.open(recorder).get(10, TimeUnit.SECONDS);
        socat.destroy();
        socat.waitFor();
        assertEquals(PortException.Kind.LOST, recorder.loss().kind());
        connection.close().get(5, TimeUnit.SECONDS);
        assertTrue(PortThreads.goneWithin(port.name(), 2_000), () -> "left: " + PortThreads.of(port.name()));
    }

    @Test
    void aSecondOpeningIsToldThatThePortIsInUse() throws Exception {
        Connection connection = port.open(recorder).get(10, TimeUnit.SECONDS);
        assertEquals(PortException.Kind.IN_USE, refusal(port).kind());
        connection.close().get(5, TimeUnit.SECONDS);
    }

    @Test
    void anAbsentDeviceIsNotFound() throws Exception {
        PortException reason = refusal(
                PortAddress.parse(directory.resolve("absent").toString()).port());
        assertEquals(PortException.Kind.NOT_FOUND, reason.kind());
    }

    private PortException refusal(ZWavePort refused) {
        ExecutionException failure = assertThrows(
                ExecutionException.class, () -> refused.open(recorder).get(10, TimeUnit.SECONDS));
        return assertInstanceOf(PortException.class, failure.getCause());
    }
}
