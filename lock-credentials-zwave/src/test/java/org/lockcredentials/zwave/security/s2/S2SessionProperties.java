package org.lockcredentials.zwave.security.s2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.Wire;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.security2.S2Message;
import org.lockcredentials.zwave.command.security2.S2Nonce;
import org.lockcredentials.zwave.security.Link;
import org.lockcredentials.zwave.security.ScriptedRandom;
import org.lockcredentials.zwave.security.SecurityClass;

/** Two sessions over a line that drops, doubles, reorders, replays and flips bits, while either end is killed at any moment. */
class S2SessionProperties {

    private static final S2Key KEY =
            S2Key.of(SecurityClass.S2_ACCESS_CONTROL, Wire.secret("404142434445464748494a4b4c4d4e4f"));
    private static final int STEPS = 150;
    private static final int CLEAN_ATTEMPTS = 6;

    private record Flight(End to, byte[] bytes) {}

    private final class End {
        final int own;
        final int peer;
        S2Session session;
        Optional<Long> waiting = Optional.empty();
        final Set<Long> sent = new HashSet<>();
        final Set<Long> opened = new HashSet<>();
        /** Equal key streams are equal keys and nonces; kept over restarts. */
        final Set<Long> keyStreams = new HashSet<>();

        End(int own, int peer) {
            this.own = own;
            this.peer = peer;
            restart();
        }

        void restart() {
            session = new S2Session(
                    new Link(0xC0FFEE01, own, peer), List.of(KEY), new ScriptedRandom(random.nextLong()), () -> now);
            waiting = Optional.empty();
        }

        void send() {
            long content = counter++;
            Outgoing outgoing = session.encapsulate(KEY, plaintext(content));
            if (outgoing instanceof Outgoing.Encapsulated encapsulated) {
                sent.add(content);
                S2Message message = encapsulated.message();
                long ciphertext =
                        ByteBuffer.wrap(message.ciphertext().toBytes()).getLong(4);
                assertTrue(keyStreams.add(ciphertext ^ content), "a nonce was used twice");
                fly(message);
                waiting = Optional.empty();
            } else if (outgoing instanceof Outgoing.NonceNeeded needed) {
                waiting = Optional.of(content);
                fly(needed.request());
            }
        }

        void receive(byte[] bytes) {
            Command command;
            try {
                command = Commands.decode(bytes);
            } catch (DecodeException corrupt) {
                return;
            }
            if (command instanceof S2Message message) {
                heard(session.onMessage(message));
            } else if (command instanceof S2Nonce.Get get) {
                heard(session.onNonceGet(get));
            } else if (command instanceof S2Nonce.Report report) {
                heard(session.onNonceReport(report));
            }
        }

        private void heard(Incoming incoming) {
            if (incoming instanceof Incoming.Opened message) {
                long content = message.command()
                        .orElseThrow()
                        .use(bytes -> ByteBuffer.wrap(bytes).getLong(4));
                assertTrue(other(this).sent.contains(content), "a forged message was opened");
                assertTrue(opened.add(content), "a message was opened twice");
            } else if (incoming instanceof Incoming.NonceAsked asked) {
                fly(asked.reply());
            } else if (incoming instanceof Incoming.OutOfSync lost) {
                fly(lost.reply());
            } else if (incoming instanceof Incoming.NonceReceived nonce && (nonce.unread() || waiting.isPresent())) {
                send();
            }
        }

        private void fly(Command command) {
            Flight flight = new Flight(other(this), command.encode());
            line.add(flight);
            recorded.add(flight);
        }
    }

    private SplittableRandom random = new SplittableRandom();
    private long now;
    private long counter = 1;
    private List<Flight> line = new ArrayList<>();
    private List<Flight> recorded = new ArrayList<>();
    private End a;
    private End b;

    @Property(tries = 1_000)
    void nothingForgedNothingTwiceNoNonceTwiceAndServiceGoesOn(@ForAll long seed) {
        random = new SplittableRandom(seed);
        now = 0;
        counter = 1;
        line = new ArrayList<>();
        recorded = new ArrayList<>();
        a = new End(1, 2);
        b = new End(2, 1);
        for (int step = 0; step < STEPS; step++) {
            disturb();
        }
        line.clear();
        now += 3_000_000_000L;
        resumes(a, b);
        resumes(b, a);
    }

    private void disturb() {
        now += random.nextInt(400) * 1_000_000L;
        End end = random.nextBoolean() ? a : b;
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> end.send();
            case 3 -> deliver(line, false);
            case 4 -> {
                if (!line.isEmpty()) {
                    line.remove(random.nextInt(line.size()));
                }
            }
            case 5 -> deliver(recorded, false);
            case 6 -> deliver(line, true);
            case 7 -> deliver(recorded, true);
            case 8 -> {
                if (random.nextInt(4) == 0) {
                    end.restart();
                }
            }
            default -> {
                if (!line.isEmpty()) {
                    deliverFirst();
                }
            }
        }
    }

    /** One that leaves its place in the line, or one that was recorded, with a bit flipped or as it is. */
    private void deliver(List<Flight> from, boolean corrupt) {
        if (from.isEmpty()) {
            return;
        }
        Flight flight = from.get(random.nextInt(from.size()));
        byte[] bytes = flight.bytes().clone();
        if (corrupt) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        flight.to().receive(bytes);
    }

    private void deliverFirst() {
        Flight flight = line.remove(0);
        flight.to().receive(flight.bytes());
    }

    private void resumes(End from, End to) {
        int before = to.opened.size();
        for (int attempt = 0; attempt < CLEAN_ATTEMPTS && to.opened.size() == before; attempt++) {
            from.send();
            for (int frames = 0; !line.isEmpty(); frames++) {
                assertTrue(frames < 20, "the ends never come to rest");
                deliverFirst();
            }
        }
        assertEquals(before + 1, to.opened.size(), "service did not go on");
    }

    private End other(End end) {
        return end == a ? b : a;
    }

    private static Secret plaintext(long content) {
        return Secret.of(
                ByteBuffer.allocate(12).putInt(0x20010000).putLong(content).array());
    }
}
