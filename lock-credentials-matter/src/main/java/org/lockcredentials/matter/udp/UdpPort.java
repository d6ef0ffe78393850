package org.lockcredentials.matter.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A UDP port of this machine: one socket for IPv6 and, where the system allows, for IPv4 too; one daemon thread that reads. */
public final class UdpPort implements DatagramPort {

    private static final Logger log = LoggerFactory.getLogger(UdpPort.class);

    /** The most that a UDP datagram holds. */
    private static final int LARGEST = 65_535;

    private final InetSocketAddress local;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile @Nullable Socket socket;

    /** A port that is bound to {@code local} when it is opened; port 0 leaves the choice to the system. */
    public UdpPort(InetSocketAddress local) {
        this.local = local;
    }

    @Override
    public synchronized void open(Listener listener) throws IOException {
        if (socket != null) {
            throw new IllegalStateException("the port was opened before");
        }
        Socket opened = Socket.bind(local);
        socket = opened;
        Thread reader = new Thread(() -> read(opened, listener), "matter-udp-" + opened.port());
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public int localPort() {
        Socket open = socket;
        if (open == null) {
            throw new IllegalStateException("the port is not open");
        }
        return open.port();
    }

    @Override
    public void send(byte[] datagram, InetSocketAddress to) {
        Socket open = socket;
        if (open == null) {
            return;
        }
        try {
            if (open.channel().send(ByteBuffer.wrap(datagram), to) == 0) {
                log.debug("no room to send {} bytes to {}", datagram.length, to);
            }
        } catch (IOException | UnresolvedAddressException | UnsupportedAddressTypeException unsent) {
            log.debug("{} bytes to {} were not sent: {}", datagram.length, to, unsent.toString());
        }
    }

    @Override
    public CompletableFuture<Void> close() {
        Socket open = socket;
        if (open == null) {
            return CompletableFuture.completedFuture(null);
        }
        open.close();
        return ended.copy();
    }

    private void read(Socket open, Listener listener) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST);
        try {
            while (open.channel().isOpen()) {
                open.selector().select();
                open.selector().selectedKeys().clear();
                readAll(open.channel(), buffer, listener);
            }
        } catch (ClosedChannelException | ClosedSelectorException closed) {
            log.trace("port {} was closed", open.port());
        } catch (IOException failure) {
            listener.failed(failure);
        } finally {
            open.close();
            ended.complete(null);
        }
    }

    private static void readAll(DatagramChannel channel, ByteBuffer buffer, Listener listener) throws IOException {
        for (Object from = channel.receive(buffer); from != null; from = channel.receive(buffer)) {
            byte[] datagram = new byte[buffer.flip().remaining()];
            buffer.get(datagram).clear();
            listener.received(datagram, (InetSocketAddress) from);
        }
    }

    private record Socket(DatagramChannel channel, Selector selector, int port) {

        static Socket bind(InetSocketAddress local) throws IOException {
            DatagramChannel channel = DatagramChannel.open();
            try {
                channel.configureBlocking(false);
                channel.bind(local);
                Selector selector = Selector.open();
                channel.register(selector, SelectionKey.OP_READ);
                return new Socket(channel, selector, ((InetSocketAddress) channel.getLocalAddress()).getPort());
            } catch (IOException | RuntimeException failure) {
                channel.close();
                throw failure;
            }
        }

        void close() {
            try {
                // First, so that no select begins on a channel that is gone.
                channel.close();
                selector.close();
            } catch (IOException ignored) {
                log.debug("port {} did not close cleanly: {}", port, ignored.toString());
            }
        }
    }
}
