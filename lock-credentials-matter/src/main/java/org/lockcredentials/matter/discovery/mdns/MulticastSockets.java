package org.lockcredentials.matter.discovery.mdns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket for IPv4 and one for IPv6 on the port of multicast DNS, which other processes may share, and a thread of their own that
 * reads both.
 *
 * <p>When one fails, both are opened again, after a longer while each time until something is heard.
 *
 * <p>Interfaces are looked up and their groups joined each time a message is sent, so one that came is heard from then on.
 */
public final class MulticastSockets implements MulticastPort {

    /** Opens the socket of a family, if this host has it. */
    @FunctionalInterface
    interface Opening {

        Optional<GroupSocket> open(ProtocolFamily family, Selector selector);
    }

    private static final Logger log = LoggerFactory.getLogger(MulticastSockets.class);

    private static final int PORT = GroupSocket.PORT;
    private static final int LARGEST_MESSAGE = 9_000;
    private static final long CLOSING_MILLIS = 1_000;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Opening opening;
    private final List<GroupSocket> sockets = new ArrayList<>();
    private volatile Links links = new Links(List.of());
    private volatile Duration pause = FIRST_PAUSE;
    private boolean alone;
    private boolean closed;
    private @Nullable Selector selector;
    private @Nullable Thread reader;

    public MulticastSockets() {
        this(GroupSocket::open);
    }

    MulticastSockets(Opening opening) {
        this.opening = opening;
    }

    @Override
    public synchronized void open(Listener listener) {
        if (closed || reader != null) {
            return;
        }
        try {
            alone = isPortFree();
            Selector first = openAll();
            Thread thread = new Thread(() -> read(first, listener), "matter-mdns");
            thread.setDaemon(true);
            reader = thread;
            thread.start();
        } catch (IOException noSelector) {
            log.warn("multicast DNS is not available: {}", noSelector.getMessage());
        }
    }

    private Selector openAll() throws IOException {
        Selector opened = Selector.open();
        selector = opened;
        for (ProtocolFamily family : List.of(StandardProtocolFamily.INET6, StandardProtocolFamily.INET)) {
            opening.open(family, opened).ifPresent(sockets::add);
        }
        refresh();
        return opened;
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
            notifyAll();
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

    private void read(Selector first, Listener listener) {
        ByteBuffer buffer = ByteBuffer.allocate(LARGEST_MESSAGE);
        Optional<Selector> open = Optional.of(first);
        while (open.isPresent()) {
            listen(open.get(), buffer, listener);
            open = reopened();
        }
    }

    /** Until a socket fails, or this is closed. */
    private void listen(Selector open, ByteBuffer buffer, Listener listener) {
        try {
            while (!isClosed()) {
                open.select(key -> receive((GroupSocket) key.attachment(), buffer, listener));
            }
        } catch (IOException | UncheckedIOException | ClosedSelectorException failed) {
            log.warn("multicast DNS failed and is opened again: {}", failed.getMessage());
        } finally {
            closeAll(open);
        }
    }

    private void receive(GroupSocket socket, ByteBuffer buffer, Listener listener) {
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
                pause = FIRST_PAUSE;
                listener.heard(message, links.linkOf(source.getAddress()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What is sent meanwhile is lost, and asked again like all that is lost. Empty once this is closed. */
    private synchronized Optional<Selector> reopened() {
        while (waited()) {
            try {
                return Optional.of(openAll());
            } catch (IOException unavailable) {
                log.debug("multicast DNS cannot be had yet: {}", unavailable.getMessage());
            }
        }
        return Optional.empty();
    }

    /** Waits on the reader's own thread, longer each time until something is heard. @return false once this is closed */
    private synchronized boolean waited() {
        long end = System.nanoTime() + pause.toNanos();
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        try {
            for (long left = end - System.nanoTime(); !closed && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stop) {
            closed = true;
        }
        return !closed;
    }

    private synchronized void closeAll(Selector opened) {
        sockets.forEach(GroupSocket::close);
        sockets.clear();
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
