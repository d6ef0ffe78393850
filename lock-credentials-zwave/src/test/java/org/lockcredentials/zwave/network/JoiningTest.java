package org.lockcredentials.zwave.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.host.MemoryStore;
import org.lockcredentials.zwave.inclusion.InclusionFailure;
import org.lockcredentials.zwave.inclusion.InclusionFailure.Why;
import org.lockcredentials.zwave.inclusion.InclusionStage;
import org.lockcredentials.zwave.inclusion.InclusionStep;
import org.lockcredentials.zwave.inclusion.ZWaveNode;
import org.lockcredentials.zwave.localtime.LocalClock;
import org.lockcredentials.zwave.node.KnownNode;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.bootstrap.Action;
import org.lockcredentials.zwave.security.bootstrap.BootstrapStep;
import org.lockcredentials.zwave.security.bootstrap.HandoverException;
import org.lockcredentials.zwave.security.bootstrap.JoinGuide;
import org.lockcredentials.zwave.security.bootstrap.JoinedNode;
import org.lockcredentials.zwave.security.bootstrap.KeyHandover;
import org.lockcredentials.zwave.serialapi.function.NodeInformation;
import org.lockcredentials.zwave.transport.CommandChannel;
import org.lockcredentials.zwave.transport.FakeAir;
import org.lockcredentials.zwave.transport.NodeKind;
import org.lockcredentials.zwave.transport.PlainStack;

/** However a node's joining breaks, it is told where and why, and the node is not used. */
final class JoiningTest {

    private static final int NODE = 7;
    private static final Newcomer NEWCOMER =
            new Newcomer(NODE, Optional.of(new NodeInformation(NODE, 4, 0x40, 3, List.of(0x9F))), false);

    private final ManualScheduler time = new ManualScheduler();
    private final Keys keys = new Keys();
    private final Rooms household = new Rooms();
    private final MemoryStore memory = new MemoryStore();
    private final JoinNotes notes = new JoinNotes(new Store(), "zwave/cafebabe");
    private final ByStick byStick = new ByStick();
    private final Arrival arrival = new Arrival(
            byStick,
            new Joining(
                    keys,
                    household,
                    notes,
                    new FirstSettings(1, new LocalClock(ZoneOffset.UTC), time::now),
                    new Nobody()));
    private final CompletableFuture<ZWaveNode> result = arrival.run();
    private String refused = "nothing";

    @Test
    void aNodeJoins() {
        joins();
        keys.granted.complete(Set.of(SecurityClass.S2_ACCESS_CONTROL));
        assertEquals(NODE, result.join().nodeId());
        assertEquals(
                Optional.of(new JoinNotes.Note.Granted(Set.of(SecurityClass.S2_ACCESS_CONTROL))), notes.find(NODE));
    }

    @Test
    void aStoreThatRefusesTheGrantedKeysBreaksTheInclusionWhereItIs() {
        joins();
        keys.reach(BootstrapStep.TRANSFER_END);
        refused = "granted";
        keys.granted.complete(Set.of(SecurityClass.S2_ACCESS_CONTROL));
        assertBroken(InclusionStage.TRANSFER_END, Why.REFUSED);
        assertEquals(Optional.of(new JoinNotes.Note.Broken(InclusionStage.TRANSFER_END)), notes.find(NODE));
    }

    @Test
    void aNodeThatCannotBeNotedAsBrokenGetsNoKeys() {
        refused = "broken";
        joins();
        assertBroken(InclusionStage.FINISH, Why.REFUSED);
        assertEquals(0, keys.begun);
    }

    @Test
    void aStickThatIsLostDuringTheKeyExchangeIsLost() {
        joins();
        keys.reach(BootstrapStep.NETWORK_KEY_GET);
        arrival.end(Why.LOST);
        assertBroken(InclusionStage.NETWORK_KEY_GET, Why.LOST);
    }

    @Test
    void whoGivesUpIsToldSo() {
        joins();
        keys.reach(BootstrapStep.DSK);
        arrival.cancel();
        assertBroken(InclusionStage.DSK, Why.CANCELLED);
    }

    @Test
    void aNodeThatTheStickLeavesBehindIsThereAndNotUsed() {
        byStick.added.completeExceptionally(
                new InclusionFailure(InclusionStage.FINISH, Why.TIMEOUT, OptionalInt.of(NODE)));
        assertBroken(InclusionStage.FINISH, Why.TIMEOUT);
    }

    private void joins() {
        arrival.joining().expect(NODE);
        byStick.added.complete(NEWCOMER);
    }

    private void assertBroken(InclusionStage stage, Why why) {
        Throwable failure =
                assertThrows(CompletionException.class, result::join).getCause();
        InclusionFailure broken = InclusionFailure.of(failure).orElseThrow();
        assertEquals(stage, broken.stage());
        assertEquals(why, broken.why());
        assertEquals(OptionalInt.of(NODE), broken.nodeId());
        assertEquals(List.of(NODE), household.keptOut);
    }

    private final class Store implements StateStore {

        @Override
        public Optional<byte[]> read(String key) {
            return memory.read(key);
        }

        @Override
        public void write(String key, byte[] value) {
            if (new String(value, StandardCharsets.US_ASCII).startsWith(refused)) {
                throw new LockCredentialException(Reason.REJECTED, "the disk is full");
            }
            memory.write(key, value);
        }

        @Override
        public void delete(String key) {
            memory.delete(key);
        }

        @Override
        public List<String> keys(String prefix) {
            return memory.keys(prefix);
        }
    }

    private static final class ByStick implements Change<Newcomer> {

        final CompletableFuture<Newcomer> added = new CompletableFuture<>();

        @Override
        public CompletableFuture<Newcomer> run() {
            return added;
        }

        @Override
        public void cancel() {}

        @Override
        public void end(Why why) {}
    }

    private static final class Keys implements KeyHandover {

        final CompletableFuture<Set<SecurityClass>> granted = new CompletableFuture<>();
        private Optional<JoinGuide> guide = Optional.empty();
        private BootstrapStep step = BootstrapStep.KEX_REPORT;
        int begun;

        void reach(BootstrapStep reached) {
            step = reached;
            guide.orElseThrow().step(reached);
        }

        @Override
        public Handover hand(JoinedNode node, JoinGuide user) {
            begun++;
            guide = Optional.of(user);
            return new Handover() {
                @Override
                public CompletableFuture<Set<SecurityClass>> granted() {
                    return granted;
                }

                @Override
                public void cancel() {
                    granted.completeExceptionally(
                            new HandoverException(new Action.Failed(step, Action.Cause.CANCELLED, Optional.empty())));
                }
            };
        }
    }

    private final class Rooms implements Household {

        final List<Integer> keptOut = new ArrayList<>();

        @Override
        public List<NodeKind> kinds() {
            return List.of();
        }

        @Override
        public void expect(int nodeId) {}

        @Override
        public CompletableFuture<org.lockcredentials.zwave.command.NodeInformation> information(int nodeId) {
            return new CompletableFuture<>();
        }

        @Override
        public void secured(int nodeId, Set<SecurityClass> granted) {}

        @Override
        public CompletableFuture<Optional<KnownNode>> getToKnow(int nodeId) {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public CommandChannel root(int nodeId) {
            return PlainStack.over(new FakeAir(), new Actor(time.executor(), time))
                    .node(nodeId)
                    .endpoint(0);
        }

        @Override
        public CompletableFuture<ZWaveNode> admit(int nodeId, Optional<KnownNode> known) {
            return CompletableFuture.completedFuture(new ZWaveNode(
                    nodeId,
                    ZWaveNode.Kind.LISTENING,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    true,
                    Optional.empty()));
        }

        @Override
        public void keepOut(int nodeId) {
            keptOut.add(nodeId);
        }

        @Override
        public void forget(int nodeId) {}
    }

    private static final class Nobody implements Attendant {

        @Override
        public void step(InclusionStep step) {}

        @Override
        public CompletableFuture<Set<SecurityClass>> grant(Set<SecurityClass> requested) {
            return CompletableFuture.completedFuture(requested);
        }

        @Override
        public CompletableFuture<Dsk> confirm(Octets shown) {
            return new CompletableFuture<>();
        }

        @Override
        public boolean allowsInsecure() {
            return false;
        }
    }
}
