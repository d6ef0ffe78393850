package org.lockcredentials.zwave.port;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lockcredentials.zwave.port.ZWavePort.Connection;

@Timeout(30)
final class TcpPortTest {

    private final Recorder recorder = new Recorder();
    private ServerSocket server;
    private ZWavePort port;

    @BeforeEach
    void listen() throws Exception {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        port = PortAddress.parse("tcp://127.0.0.1:" + server.getLocalPort()).port();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void bytesGoBothWaysAndClosingLeavesNothing() throws Exception {
        Connection connection = port.open(recorder).get(10, TimeUnit.SECONDS);
        try (Socket stick = server.accept()) {
            connection.write(new byte[] {1, 3, 0, 2});
            connection.write(new byte[] {(byte) 0xFE});
            assertArrayEquals(
                    new byte[] {1, 3, 0, 2, (byte) 0xFE}, stick.getInputStream().readNBytes(5));
            stick.getOutputStream().write(new byte[] {6, 24});
            assertArrayEquals(new byte[] {6, 24}, recorder.bytes(2));
            assertEquals(
                    List.of("zwave-reader " + port.name(), "zwave-writer " + port.name()), PortThreads.of(port.name()));

            connection.close().get(5, TimeUnit.SECONDS);
            assertEquals(-1, stick.getInputStream().read());
        }
        assertTrue(PortThreads.goneWithin(port.name(), 2_000), () -> "left: " + PortThreads.of(port.name()));
        assertTrue(recorder.heardOfNoLoss(), "closing is not a loss");
        connection.write(new byte[] {1});
        connection.close().get(1, TimeUnit.SECONDS);
    }

    @Test
    void aPeerThatHangsUpIsALossAndClosingEndsTheThreads() throws Exception {
        Connection connection = port.open(recorder).get(10, TimeUnit.SECONDS);
        server.accept().close();
        assertEquals(PortException.Kind.LOST, recorder.loss().kind());
        connection.close().get(5, TimeUnit.SECONDS);
        assertTrue(PortThreads.goneWithin(port.name(), 2_000), () -> "left: " + PortThreads.of(port.name()));
    }

    @Test
    void aPeerThatReadsNothingHoldsUpNeitherWritingNorClosing() throws Exception {
        Connection connection = port.open(recorder).get(10, TimeUnit.SECONDS);
        try (Socket deaf = server.accept()) {
            for (int i = 0; i < 500; i++) {
                connection.write(new byte[64 * 1024]);
            }
            connection.close().get(5, TimeUnit.SECONDS);
            assertTrue(deaf.isConnected());
        }
        assertTrue(PortThreads.goneWithin(port.name(), 2_000), () -> "left: " + PortThreads.of(port.name()));
    }

    @Test
    void aRefusedConnectionSaysSo() throws Exception {
        server.close();
        ExecutionException failure =
                assertThrows(ExecutionException.class, () -> port.open(recorder).get(10, TimeUnit.SECONDS));
        PortException reason = assertInstanceOf(PortException.class, failure.getCause());
        assertEquals(PortException.Kind.FAILED, reason.kind());
        assertTrue(reason.getMessage().startsWith(port.name()), reason.getMessage());
        assertTrue(PortThreads.goneWithin(port.name(), 2_000));
    }
}
