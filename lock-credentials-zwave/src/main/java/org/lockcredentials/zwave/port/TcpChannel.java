package org.lockcredentials.zwave.port;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

/** A stick behind a TCP socket. */
final class TcpChannel implements Channel {

    private static final int CONNECT_MILLIS = 5_000;

    private final PortAddress.Tcp address;
    private final Socket socket = new Socket();

    TcpChannel(PortAddress.Tcp address) {
        this.address = address;
    }

    @Override
    public void open() throws PortException {
        try {
            // Frames are small and each waits for its acknowledgement, so Nagle's delay would be paid on every one.
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(new InetSocketAddress(address.host(), address.number()), CONNECT_MILLIS);
        } catch (UnknownHostException unknown) {
            throw new PortException(PortException.Kind.NOT_FOUND, address + ": no such host", unknown);
        } catch (IOException refused) {
            throw new PortException(
                    PortException.Kind.FAILED, address + " cannot be reached: " + refused.getMessage(), refused);
        }
    }

    @Override
    public int read(byte[] into) throws IOException {
        return socket.getInputStream().read(into);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // A socket that fails to close is closed as far as this side is concerned.
        }
    }
}
