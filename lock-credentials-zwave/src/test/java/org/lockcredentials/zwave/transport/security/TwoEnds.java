package org.lockcredentials.zwave.transport.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.Wire;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.security.NetworkKeys;
import org.lockcredentials.zwave.security.ScriptedRandom;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.serialapi.function.TransmitStatus;
import org.lockcredentials.zwave.transport.NodeKind;
import org.lockcredentials.zwave.transport.NodeSession;
import org.lockcredentials.zwave.transport.Radio;
import org.lockcredentials.zwave.transport.TransportException;
import org.lockcredentials.zwave.transport.stack.TransportStack;

/** A host and a node, both made of the layers under test, with air between them that a test hears and disturbs. */
public final class TwoEnds {

    static final int HOST = 1;
    static final int NODE = 7;
    static final int HOME = 0xC0FFEE01;
    static final int ROOM = 46;

    private static final Map<SecurityClass, Secret> KEYS = Map.of(
            SecurityClass.S2_ACCESS_CONTROL, Wire.secret("00112233445566778899aabbccddeeff"),
            SecurityClass.S2_AUTHENTICATED, Wire.secret("112233445566778899aabbccddeeff00"),
            SecurityClass.S0_LEGACY, Wire.secret("2233445566778899aabbccddeeff0011"));

    /** A frame on the air. */
    public record Frame(int from, byte[] bytes) {

        Command command() {
            try {
                return Commands.decode(bytes);
            } catch (DecodeException e) {
                throw new AssertionError(e);
            }
        }

        boolean is(Class<? extends Command> kind) {
            return kind.isInstance(command());
        }
    }

    final ManualScheduler time = new ManualScheduler();
    final List<Frame> frames = new ArrayList<>();
    final End host = new End(HOST, NODE, 11);
    final End node = new End(NODE, HOST, 12);
    /** Frames that get lost, though their sender is told that they arrived. */
    Predicate<Frame> lost = frame -> false;

    TwoEnds(SecurityClass... granted) {
        host.describe(Set.of(granted), Set.of());
        node.describe(Set.of(granted), Set.of());
    }

    /** Frames whose sender is told that nobody acknowledged them, though they arrive. */
    Predicate<Frame> unacknowledged = frame -> false;

    /** What was sent, by whom, since it was asked last. */
    List<Class<?>> sent() {
        List<Class<?>> kinds = new ArrayList<>();
        frames.forEach(each -> kinds.add(each.command().getClass()));
        frames.clear();
        return kinds;
    }

    /** One side: its layers, its radio, and what its application hears. */
    final class End implements Radio {

        final List<Command> heard = new ArrayList<>();
        private final int own;
        private final int peer;
        private final Actor actor;
        private long seed;
        private Listener listener = (nodeId, command, alone) -> {};
        TransportStack stack;
        NodeSession session;
        boolean acknowledges = true;

        End(int own, int peer, long seed) {
            this.own = own;
            this.peer = peer;
            this.seed = seed;
            this.actor = new Actor(time.executor(), time);
            restart();
        }

        /** All that is kept in memory only is gone. */
        void restart() {
            begin();
            time.settle();
        }

        private void begin() {
            stack = new TransportStack(this, actor, Duration.ofSeconds(5), new ScriptedRandom(seed++), List.of(0x8A));
            stack.use(HOME, own, new KeyRing(NetworkKeys.of(KEYS)));
            session = stack.node(peer);
            session.describe(NodeKind.LISTENING, Set.of());
            session.listen((endpoint, command, answer) -> heard.add(command));
        }

        /** The same in the midst of anything, and then it knows of its keys again. */
        void kill(SecurityClass granted) {
            stack.close();
            listener = (nodeId, command, alone) -> {};
            actor.execute(() -> {
                begin();
                describe(Set.of(granted), Set.of());
            });
        }

        void describe(Set<SecurityClass> granted, Set<Integer> open) {
            stack.describe(peer, new NodeSecurity(granted.isEmpty() ? granted : EnumSet.copyOf(granted), open, false));
        }

        /** Hears bytes that an attacker may have sent. */
        void hear(byte[] bytes) {
            actor.execute(() -> listener.received(peer, bytes.clone(), true));
            time.settle();
        }

        void hear(Command command) {
            hear(command.encode());
        }

        void hearWithOthers(Command command) {
            actor.execute(() -> listener.received(peer, command.encode(), false));
            time.settle();
        }

        @Override
        public CompletableFuture<Void> send(int nodeId, byte[] command) {
            Frame frame = new Frame(own, command.clone());
            frames.add(frame);
            End other = own == HOST ? node : host;
            if (!lost.test(frame)) {
                other.actor.execute(
                        () -> other.listener.received(own, frame.bytes().clone(), true));
            }
            CompletableFuture<Void> acknowledged = new CompletableFuture<>();
            if (unacknowledged.test(frame)) {
                actor.execute(() -> acknowledged.completeExceptionally(
                        new TransportException("played by the test", TransmitStatus.NO_ACK)));
            } else if (acknowledges) {
                actor.execute(() -> acknowledged.complete(null));
            }
            return acknowledged;
        }

        @Override
        public int room() {
            return ROOM;
        }

        @Override
        public void deliverTo(Listener above) {
            listener = above;
        }
    }
}
