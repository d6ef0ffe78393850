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

    /** Makes a channel that is not bound yet. */
    interface Opening {

        DatagramChannel open() throws IOException;
    }

    private final InetSocketAddress local;
    private final Opening opening;
    private volatile @Nullable Socket socket;
    private volatile int number;
    private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);
    private boolean closed;

    /** A port that is bound to {@code local} when it is opened; port 0 leaves the choice to the system. */
    public UdpPort(InetSocketAddress local) {
        this(local, DatagramChannel::open);
    }

    UdpPort(InetSocketAddress local, Opening opening) {
        this.local = local;
        this.opening = opening;
    }

    @Override
    public synchronized void open(Listener listener) throws IOException {
        if (closed || socket != null) {
            throw new IllegalStateException("the port is open, or closed for good");
        }
        Socket opened = bind();
        CompletableFuture<Void> end = new CompletableFuture<>();
        socket = opened;
        number = opened.port();
        ended = end;
        Thread reader = new Thread(() -> listen(opened, end, listener), "matter-udp-" + opened.port());
        reader.setDaemon(true);
        reader.start();
    }

    private Socket bind() throws IOException {
        if (number != 0 && local.getPort() == 0) {
            try {
                // Other nodes know this one by its number.
                return Socket.bind(opening, new InetSocketAddress(local.getAddress(), number));
            } catch (IOException taken) {
                log.debug("port {} cannot be had again: {}", number, taken.toString());
            }
        }
        return Socket.bind(opening, local);
    }

    @Override
    public int localPort() {
        if (number == 0) {
            throw new IllegalStateException("the port was not opened");
        }
        return number;
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
    public synchronized CompletableFuture<Void> close() {
        closed = true;
        Socket open = socket;
        if (open != null) {
            open.close();
        }
        return ended.copy();
    }

    private void listen(Socket open, CompletableFuture<Void> end, Listener listener) {
        try {
            IOException reason = read(open, listener);
            if (lose(open)) {
                listener.failed(reason);
            }
        } finally {
            open.close();
            end.complete(null);
        }
    }

    /** Reads until the socket ends, and says why it did. */
    private static IOException read(Socket open, Listener listener) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST + 1);
        try {
            while (open.channel().isOpen()) {
                open.selector().select();
                open.selector().selectedKeys().clear();
                readAll(open.channel(), buffer, listener);
            }
            return new ClosedChannelException();
        } catch (ClosedSelectorException gone) {
            return new ClosedChannelException();
        } catch (IOException failure) {
            return failure;
        }
    }

    /** Makes room for another socket. @return false if the port was closed on purpose */
    private synchronized boolean lose(Socket lost) {
        lost.close();
        if (!closed) {
            socket = null;
        }
        return !closed;
    }

    private static void readAll(DatagramChannel channel, ByteBuffer buffer, Listener listener) throws IOException {
        for (Object from = channel.receive(buffer); from != null; from = channel.receive(buffer)) {
            byte[] datagram = new byte[buffer.flip().remaining()];
            buffer.get(datagram).clear();
            listener.received(datagram, (InetSocketAddress) from);
        }
    }

    private record Socket(DatagramChannel channel, Selector selector, int port) {

        static Socket bind(Opening opening, InetSocketAddress local) throws IOException {
            DatagramChannel channel = opening.open();
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
