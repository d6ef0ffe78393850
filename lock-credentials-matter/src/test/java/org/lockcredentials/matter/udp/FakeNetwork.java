package org.lockcredentials.matter.udp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.lockcredentials.testing.ManualScheduler;

/** Ports that reach each other by virtual time, over a network as bad as the test wants: it loses, doubles and reorders by a seed. */
public final class FakeNetwork {

    private static final Duration LATENCY = Duration.ofMillis(2);

    private final ManualScheduler time;
    private final Random random;
    private final Map<InetSocketAddress, Port> ports = new HashMap<>();
    private final List<Sent> log = new ArrayList<>();
    private int inTheAir;
    private double loss;
    private double doubling;
    private Duration reordering = Duration.ZERO;
    private Predicate<Sent> drops = sent -> false;

    /** One datagram, as it was handed to the network. */
    public record Sent(byte[] datagram, InetSocketAddress from, InetSocketAddress to) {}

    public FakeNetwork(ManualScheduler time, long seed) {
        this.time = time;
        this.random = new Random(seed);
    }

    /** From now on each datagram is lost, or else arrives twice, with these probabilities, up to {@code reordering} later than others. */
    public void bad(double lost, double doubled, Duration upTo) {
        loss = lost;
        doubling = doubled;
        reordering = upTo;
    }

    /** Loses just what the test says. */
    public void dropIf(Predicate<Sent> which) {
        drops = which;
    }

    /** All that was sent. */
    public List<Sent> log() {
        return log;
    }

    /** Datagrams that are on their way. */
    public int inTheAir() {
        return inTheAir;
    }

    /** A port, as if it were the only one of a host of its own. */
    public Port port(int number) {
        return new Port(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
    }

    /** Has a datagram arrive as if {@code from} had sent it. */
    public void inject(byte[] datagram, InetSocketAddress from, InetSocketAddress to) {
        deliver(new Sent(datagram.clone(), from, to), Duration.ZERO);
    }

    private void send(Sent sent) {
        log.add(sent);
        if (drops.test(sent) || random.nextDouble() < loss) {
            return;
        }
        deliver(sent, latency());
        if (random.nextDouble() < doubling) {
            deliver(sent, latency());
        }
    }

    private Duration latency() {
        return LATENCY.plusNanos((long) (reordering.toNanos() * random.nextDouble()));
    }

    private void deliver(Sent sent, Duration after) {
        inTheAir++;
        time.schedule(after, () -> {
            inTheAir--;
            Port receiver = ports.get(sent.to);
            if (receiver != null) {
                receiver.listener.received(sent.datagram.clone(), sent.from);
            }
        });
    }

    /** One end. */
    public final class Port implements DatagramPort {

        private final InetSocketAddress address;
        private Listener listener;
        private int refusals;

        private Port(InetSocketAddress address) {
            this.address = address;
        }

        public InetSocketAddress address() {
            return address;
        }

        @Override
        public void open(Listener heard) throws IOException {
            if (refusals-- > 0) {
                throw new IOException("the port is not to be had");
            }
            listener = heard;
            ports.put(address, this);
        }

        /** Receives nothing any more, as a socket whose system takes it away, and cannot be opened so many times. */
        public void fail(int unavailable) {
            ports.remove(address, this);
            refusals = unavailable;
            listener.failed(new IOException("the port is gone"));
        }

        @Override
        public int localPort() {
            return address.getPort();
        }

        @Override
        public void send(byte[] datagram, InetSocketAddress to) {
            FakeNetwork.this.send(new Sent(datagram.clone(), address, to));
        }

        @Override
        public CompletableFuture<Void> close() {
            ports.remove(address, this);
            return CompletableFuture.completedFuture(null);
        }
    }
}
