package org.lockcredentials.zwave.serialapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.lockcredentials.testing.WallClock;
import org.lockcredentials.zwave.port.PortAddress;
import org.lockcredentials.zwave.port.ZWavePort;

/** A {@link FakeStick} behind a real socket, on a thread and a clock of its own. */
final class SocketStick implements AutoCloseable {

    private final WallClock clock = new WallClock("stick");
    private final ServerSocket server;
    private final FakeStick stick;
    private volatile Socket socket;

    SocketStick(Consumer<FakeStick> network) throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        stick = new FakeStick(clock, this::write);
        network.accept(stick);
        Thread reader = new Thread(this::serve, "stick-reader");
        reader.setDaemon(true);
        reader.start();
    }

    ZWavePort port() {
        return PortAddress.parse("tcp://127.0.0.1:" + server.getLocalPort()).port();
    }

    /** Does something to the stick on the stick's own thread, and waits for it. */
    void on(Consumer<FakeStick> task) throws InterruptedException, ExecutionException {
        clock.submit(() -> task.accept(stick)).get();
    }

    /** Cuts the connection; the next one is taken. */
    void cut() throws IOException {
        socket.close();
    }

    private void serve() {
        byte[] buffer = new byte[512];
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                connection.setTcpNoDelay(true);
                socket = connection;
                for (int n = connection.getInputStream().read(buffer);
                        n >= 0;
                        n = connection.getInputStream().read(buffer)) {
                    byte[] bytes = Arrays.copyOf(buffer, n);
                    clock.submit(() -> stick.module().fromHost(bytes));
                }
            } catch (IOException cutOrClosed) {
                // The next connection, if there is one, begins anew.
            }
        }
    }

    private void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException gone) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    @Override
    public void close() throws Exception {
        server.close();
        if (socket != null) {
            socket.close();
        }
        clock.close();
    }
}
