package org.lockcredentials.matter.discovery.mdns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket for IPv4 and one for IPv6 on the port of multicast DNS, which other processes may share, and a thread of their own that
 * reads both.
 *
 * <p>Interfaces are looked up and their groups joined each time a message is sent, so one that came is heard from then on.
 */
public final class MulticastSockets implements MulticastPort {

    private static final Logger log = LoggerFactory.getLogger(MulticastSockets.class);

    private static final int PORT = GroupSocket.PORT;
    private static final int LARGEST_MESSAGE = 9_000;
    private static final long CLOSING_MILLIS = 1_000;

    private final List<GroupSocket> sockets = new ArrayList<>();
    private volatile Links links = new Links(List.of());
    private boolean alone;
    private boolean closed;
    private @Nullable Selector selector;
    private @Nullable Thread reader;

    @Override
    public synchronized void open(Listener listener) {
        if (closed || reader != null) {
            return;
        }
        try {
            Selector opened = Selector.open();
            selector = opened;
            alone = isPortFree();
            for (ProtocolFamily family : List.of(StandardProtocolFamily.INET6, StandardProtocolFamily.INET)) {
                GroupSocket.open(family, opened).ifPresent(sockets::add);
            }
            refresh();
            Thread thread = new Thread(() -> read(opened, listener), "matter-mdns");
            thread.setDaemon(true);
            reader = thread;
            thread.start();
        } catch (IOException noSelector) {
            log.warn("multicast DNS is not available: {}", noSelector.getMessage());
        }
    }

    @Override
    public synchronized boolean takesUnicast() {
        return alone;
    }

    @Override
    public synchronized void send(byte[] message) {
        if (closed || reader == null) {
            return;
        }
        refresh();
        for (Links.Link link : links.all()) {
            sockets.forEach(socket -> socket.send(message, link));
        }
    }

    @Override
    public void close() {
        Thread reading;
        synchronized (this) {
            closed = true;
            reading = reader;
            if (selector != null) {
                selector.wakeup();
            }
        }
        if (reading == null || reading == Thread.currentThread()) {
            return;
        }
        try {
            reading.join(CLOSING_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void refresh() {
        Links now = Links.now();
        links = now;
        sockets.forEach(socket -> socket.join(now));
    }

    private void read(Selector opened, Listener listener) {
        ByteBuffer buffer = ByteBuffer.allocate(LARGEST_MESSAGE);
        try {
            while (!isClosed()) {
                opened.select(key -> receive(key, buffer, listener));
            }
        } catch (IOException | ClosedSelectorException failed) {
            log.warn("multicast DNS is not heard any more: {}", failed.getMessage());
        } finally {
            closeAll(opened);
        }
    }

    private void receive(SelectionKey key, ByteBuffer buffer, Listener listener) {
        GroupSocket socket = (GroupSocket) key.attachment();
        buffer.clear();
        try {
            InetSocketAddress source = socket.receive(buffer);
            // A message from another port is none of a responder (RFC 6762 6); the IPv6 socket may hear what the other
            // one hears too.
            if (source != null
                    && source.getPort() == PORT
                    && socket.isOf(source.getAddress())
                    && links.isOnLink(source.getAddress())) {
                byte[] message = new byte[buffer.flip().remaining()];
                buffer.get(message);
                listener.heard(message, links.linkOf(source.getAddress()));
            }
        } catch (IOException failed) {
            log.debug("a socket of multicast DNS failed: {}", failed.getMessage());
            key.cancel();
        }
    }

    private synchronized void closeAll(Selector opened) {
        closed = true;
        sockets.forEach(GroupSocket::close);
        try {
            opened.close();
        } catch (IOException alreadyGone) {
            log.debug("closing multicast DNS: {}", alreadyGone.getMessage());
        }
    }

    /** Both families at once, as an IPv6 socket takes IPv4 too. */
    private static boolean isPortFree() {
        try (DatagramChannel probe = DatagramChannel.open()) {
            probe.bind(new InetSocketAddress(PORT));
            return true;
        } catch (IOException shared) {
            return false;
        }
    }
}
