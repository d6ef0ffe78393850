package org.lockcredentials.zwave.security.s0;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.Wire;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.security0.S0Message;
import org.lockcredentials.zwave.command.security0.S0Nonce;
import org.lockcredentials.zwave.crypto.S0Keys;
import org.lockcredentials.zwave.security.Link;
import org.lockcredentials.zwave.security.ScriptedRandom;

/** Two sessions over a line that drops, doubles, reorders, replays and flips bits, while either end is killed at any moment. */
class S0SessionProperties {

    private static final S0Keys KEYS = S0Keys.of(Wire.secret("404142434445464748494a4b4c4d4e4f"));

    private record Flight(End to, byte[] bytes) {}

    private final class End {
        final int own;
        final int peer;
        S0Session session;
        /** What was sent, and in which life. */
        final Map<Long, Integer> sent = new HashMap<>();

        int life;
        final Set<Long> opened = new HashSet<>();
        final Set<Octets> senderNonces = new HashSet<>();

        End(int own, int peer) {
            this.own = own;
            this.peer = peer;
            restart();
        }

        void restart() {
            life++;
            session = new S0Session(new Link(1, own, peer), KEYS, 46, new ScriptedRandom(random.nextLong()), () -> now);
        }

        void send() {
            long content = counter++;
            sent.put(content, life);
            byte[] command = new byte[content % 3 == 0 ? 50 : 12];
            ByteBuffer.wrap(command).putInt(0x20010000).putLong(content);
            if (command.length > 20) {
                ByteBuffer.wrap(command).putLong(42, content);
            }
            Outgoing outgoing = session.begin(Secret.of(command));
            if (outgoing instanceof Outgoing.Encapsulated encapsulated) {
                fly(encapsulated);
            } else if (outgoing instanceof Outgoing.NonceNeeded needed) {
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
            if (command instanceof S0Message message) {
                heard(session.onMessage(message));
            } else if (command instanceof S0Nonce.Get) {
                heard(session.onNonceGet());
            } else if (command instanceof S0Nonce.Report report) {
                heard(session.onNonceReport(report));
            }
        }

        private void heard(Incoming incoming) {
            if (incoming instanceof Incoming.Opened message) {
                message.command().use(bytes -> {
                    long content = ByteBuffer.wrap(bytes).getLong(4);
                    assertTrue(other(this).sent.containsKey(content), "a forged message was opened");
                    assertTrue(opened.add(content), "a message was opened twice");
                    if (bytes.length > 20) {
                        joined(content, ByteBuffer.wrap(bytes).getLong(42));
                    }
                    return content;
                });
                message.reply().ifPresent(this::fly);
            } else if (incoming instanceof Incoming.HalfOpened half) {
                fly(half.reply());
            } else if (incoming instanceof Incoming.NonceAsked asked) {
                fly(asked.reply());
            } else if (incoming instanceof Incoming.NonceReceived nonce) {
                fly(nonce.next());
            }
        }

        /** A counter of four bits that is drawn anew after a restart may be the same again; the specification has no more against that. */
        private void joined(long first, long second) {
            Map<Long, Integer> lives = other(this).sent;
            if (first != second) {
                assertNotEquals(lives.get(first), lives.get(second), "halves of two commands were joined");
            }
        }

        private void fly(Outgoing.Encapsulated encapsulated) {
            assertTrue(senderNonces.add(encapsulated.message().senderNonce()), "a nonce was used twice");
            fly(encapsulated.message());
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

    @Property(tries = 400)
    void nothingForgedNothingTwiceAndServiceGoesOn(@ForAll long seed) {
        random = new SplittableRandom(seed);
        now = 0;
        counter = 1;
        line = new ArrayList<>();
        recorded = new ArrayList<>();
        a = new End(1, 2);
        b = new End(2, 1);
        for (int step = 0; step < 150; step++) {
            disturb();
        }
        line.clear();
        now += 11_000_000_000L;
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
        from.send();
        for (int frames = 0; !line.isEmpty(); frames++) {
            assertTrue(frames < 20, "the ends never come to rest");
            deliverFirst();
        }
        assertEquals(before + 1, to.opened.size(), "service did not go on");
    }

    private End other(End end) {
        return end == a ? b : a;
    }
}
