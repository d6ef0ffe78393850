package org.lockcredentials.matter.exchange;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.message.DropCount;
import org.lockcredentials.matter.message.Dropped;
import org.lockcredentials.matter.udp.DatagramPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens at the port, and opens it again when it fails, after a longer while each time until something arrives.
 *
 * <p>What is sent meanwhile is lost, and sent again like all that is lost. Used by tasks of its actor only, but for {@link #open()}.
 */
final class PortKeeper implements DatagramPort.Listener {

    static final Duration FIRST_WAIT = Duration.ofMillis(100);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** Datagrams that wait for their turn; what comes in faster is dropped, and sent again by who means it. */
    static final int MOST_WAITING = 256;

    private static final Logger log = LoggerFactory.getLogger(PortKeeper.class);

    private final Actor actor;
    private final DatagramPort port;
    private final Delays delays;
    private final DropCount drops;
    private final BiConsumer<byte[], InetSocketAddress> arrivals;
    private final AtomicInteger waiting = new AtomicInteger();
    private Duration wait = FIRST_WAIT;
    private boolean closed;

    /** @param arrivals takes what arrives, as a task of the actor */
    PortKeeper(
            Actor actor,
            DatagramPort port,
            Delays delays,
            DropCount drops,
            BiConsumer<byte[], InetSocketAddress> arrivals) {
        this.actor = actor;
        this.port = port;
        this.delays = delays;
        this.drops = drops;
        this.arrivals = arrivals;
    }

    /** @throws IOException if the port cannot be had */
    void open() throws IOException {
        port.open(this);
    }

    void send(byte[] datagram, InetSocketAddress to) {
        port.send(datagram, to);
    }

    CompletableFuture<Void> close() {
        closed = true;
        return port.close();
    }

    @Override
    public void received(byte[] datagram, InetSocketAddress from) {
        if (datagram.length > DatagramPort.LARGEST) {
            drops.add(Dropped.MALFORMED);
            return;
        }
        // Only this thread adds to it, so it stays below.
        if (waiting.get() >= MOST_WAITING) {
            drops.add(Dropped.NO_ROOM);
            return;
        }
        waiting.incrementAndGet();
        task(() -> {
            waiting.decrementAndGet();
            if (!closed) {
                wait = FIRST_WAIT;
                arrivals.accept(datagram, from);
            }
        });
    }

    @Override
    public void failed(IOException reason) {
        log.warn("the port failed and is opened again", reason);
        task(this::reopenLater);
    }

    private void reopenLater() {
        if (closed) {
            return;
        }
        Duration now = wait;
        Duration longer = wait.multipliedBy(2);
        wait = longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
        delays.after(now, this::reopen);
    }

    private void reopen() {
        if (closed) {
            return;
        }
        try {
            port.open(this);
            log.info("the port is open again");
        } catch (IOException unavailable) {
            log.debug("the port cannot be had yet: {}", unavailable.toString());
            reopenLater();
        }
    }

    private void task(Runnable task) {
        try {
            actor.execute(task);
        } catch (RejectedExecutionException shutDown) {
            log.debug("the executor takes no more work: what the port says is dropped");
        }
    }
}
