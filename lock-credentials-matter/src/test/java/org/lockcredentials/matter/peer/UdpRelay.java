package org.lockcredentials.matter.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bad network in front of one lock: what goes through, either way, is lost, doubled or overtaken with the given probabilities.
 * The lock sees one peer, and so does the one host that speaks to it.
 */
public final class UdpRelay implements AutoCloseable {
    private static final int LONGEST = 2048;

    /** Probabilities of 0 to 1. */
    public record Weather(double lost, double doubled, double reordered) {
        public static final Weather FINE = new Weather(0, 0, 0);
    }

    private final DatagramSocket outside;
    private final DatagramSocket inside;
    private final InetSocketAddress lock;
    private final Random random;
    private final AtomicLong lost = new AtomicLong();
    private volatile Weather weather = Weather.FINE;
    private volatile Optional<Attacker> attacker = Optional.empty();
    private volatile SocketAddress host = new InetSocketAddress(0);

    private UdpRelay(final InetSocketAddress lock, final long seed) throws IOException {
        this.lock = lock;
        this.random = new Random(seed);
        this.outside = new DatagramSocket(0, InetAddress.getByName("::1"));
        this.inside = new DatagramSocket(0, InetAddress.getByName("::1"));
        run("relay-to-lock", outside, true);
        run("relay-to-host", inside, false);
    }

    public static UdpRelay inFrontOf(final InetSocketAddress lock, final long seed) {
        try {
            return new UdpRelay(lock, seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the host finds the lock. */
    public InetSocketAddress address() {
        return new InetSocketAddress(outside.getLocalAddress(), outside.getLocalPort());
    }

    public void weather(final Weather now) {
        weather = now;
    }

    /** From now on somebody on the path adds packets of its own. */
    public void attackedBy(final Attacker who) {
        attacker = Optional.of(who);
    }

    /** The attacker goes away. */
    public void leftInPeace() {
        attacker = Optional.empty();
    }

    /** How many packets it has lost. */
    public long lost() {
        return lost.get();
    }

    private void run(final String name, final DatagramSocket from, final boolean toLock) {
        final Thread thread = new Thread(() -> carry(from, toLock), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void carry(final DatagramSocket from, final boolean toLock) {
        final List<byte[]> held = new ArrayList<>();
        try {
            while (!from.isClosed()) {
                final DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
                from.receive(packet);
                if (toLock) {
                    host = packet.getSocketAddress();
                }
                final byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
                for (final Attacker.Addition addition :
                        attacker.map(on -> on.meets(bytes, toLock)).orElse(List.of())) {
                    send(addition.packet(), addition.toLock());
                }
                for (final byte[] each : fate(bytes, held)) {
                    send(each, toLock);
                }
            }
        } catch (IOException e) {
            if (!from.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What becomes of a packet; one that is held back goes after the next. */
    private synchronized List<byte[]> fate(final byte[] packet, final List<byte[]> held) {
        final List<byte[]> out = new ArrayList<>();
        if (random.nextDouble() < weather.lost()) {
            lost.incrementAndGet();
        } else if (held.isEmpty() && random.nextDouble() < weather.reordered()) {
            held.add(packet);
            return out;
        } else {
            out.add(packet);
            if (random.nextDouble() < weather.doubled()) {
                out.add(packet);
            }
        }
        out.addAll(held);
        held.clear();
        return out;
    }

    private void send(final byte[] bytes, final boolean toLock) throws IOException {
        if (toLock) {
            inside.send(new DatagramPacket(bytes, bytes.length, lock));
        } else {
            outside.send(new DatagramPacket(bytes, bytes.length, host));
        }
    }

    @Override
    public void close() {
        outside.close();
        inside.close();
    }
}
