package org.lockcredentials.zwave.transport.keyexchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.SecretBytes;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.security0.S0Nonce;
import org.lockcredentials.zwave.command.security2.Extension;
import org.lockcredentials.zwave.command.security2.Kex;
import org.lockcredentials.zwave.command.security2.KexFailType;
import org.lockcredentials.zwave.command.security2.S2Message;
import org.lockcredentials.zwave.command.security2.S2Nonce;
import org.lockcredentials.zwave.crypto.S0Keys;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.Link;
import org.lockcredentials.zwave.security.NetworkKeys;
import org.lockcredentials.zwave.security.ScriptedRandom;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.bootstrap.Action;
import org.lockcredentials.zwave.security.bootstrap.BootstrapStep;
import org.lockcredentials.zwave.security.bootstrap.HandoverException;
import org.lockcredentials.zwave.security.bootstrap.JoinGuide;
import org.lockcredentials.zwave.security.bootstrap.JoinedNode;
import org.lockcredentials.zwave.security.bootstrap.JoiningNode;
import org.lockcredentials.zwave.security.bootstrap.KeyHandover;
import org.lockcredentials.zwave.security.s0.Incoming;
import org.lockcredentials.zwave.security.s0.S0Session;
import org.lockcredentials.zwave.transport.Radio;
import org.lockcredentials.zwave.transport.security.KeyRing;
import org.lockcredentials.zwave.transport.stack.TransportStack;

/** Keys handed to a node that joins, through all layers, with a user who takes time. */
final class KeyExchangesTest implements Radio, JoinGuide {

    private static final int NODE = 5;
    private static final Set<SecurityClass> REQUESTED = EnumSet.of(
            SecurityClass.S2_ACCESS_CONTROL,
            SecurityClass.S2_AUTHENTICATED,
            SecurityClass.S2_UNAUTHENTICATED,
            SecurityClass.S0_LEGACY);

    /** Before the layers, which say at once who listens. */
    private Listener listener = (nodeId, command, alone) -> {};

    private final ManualScheduler time = new ManualScheduler();
    private final Actor actor = new Actor(time.executor(), time);
    private final NetworkKeys keys = NetworkKeys.generate(EnumSet.allOf(SecurityClass.class), new ScriptedRandom(5));
    private final TransportStack stack =
            new TransportStack(this, actor, Duration.ofSeconds(5), new ScriptedRandom(6), List.of());
    private final KeyExchanges exchanges = new KeyExchanges(stack, actor, new ScriptedRandom(7), () -> keys);
    private final JoiningNode node =
            new JoiningNode(0x87, speech -> this.bend.apply(speech), command -> actor.execute(() -> hear(command)));
    private final List<BootstrapStep> steps = new ArrayList<>();
    private final List<Command> sent = new ArrayList<>();
    private final CompletableFuture<Dsk> typed = new CompletableFuture<>();
    private Set<SecurityClass> grant = REQUESTED;
    private UnaryOperator<Optional<JoiningNode.Speech>> bend = speech -> speech;
    /** For each command to reach the node, and for the stick to say so. */
    private Duration air = Duration.ZERO;

    private Optional<KeyHandover.Handover> running = Optional.empty();

    @Test
    void aNodeGetsItsKeysThoughTheUserTypesSlowly() {
        CompletableFuture<Set<SecurityClass>> granted = hand(0x9F, 0x98);
        time.advance(Duration.ofSeconds(100));
        typed.complete(new Dsk.Pin(node.pin()));
        time.advanceUntilDone(granted, Duration.ofSeconds(5));
        assertEquals(REQUESTED, granted.join());
        assertEquals(4, node.keys.size());
        assertEquals(
                List.of(
                        BootstrapStep.KEX_REPORT,
                        BootstrapStep.GRANT,
                        BootstrapStep.PUBLIC_KEY,
                        BootstrapStep.DSK,
                        BootstrapStep.KEX_ECHO,
                        BootstrapStep.NETWORK_KEY_GET,
                        BootstrapStep.NETWORK_KEY_VERIFY,
                        BootstrapStep.TRANSFER_END),
                steps.stream().distinct().toList());
        assertEquals(REQUESTED, stack.security(NODE).granted());
    }

    @Test
    void aWrongPinEndsItAndNothingIsAnsweredAfterwards() {
        CompletableFuture<Set<SecurityClass>> granted = hand(0x9F);
        typed.complete(new Dsk.Pin(node.pin() ^ 1));
        time.advance(Duration.ofSeconds(300));
        HandoverException failure = failure(granted);
        assertTrue(failure.step() == BootstrapStep.KEX_ECHO, "" + failure);
        assertEquals(Set.of(), stack.security(NODE).granted());
        sent.clear();
        hear(new S2Nonce.Get(99));
        time.settle();
        assertEquals(List.of(), sent);
    }

    @Test
    void cancellingTellsTheNode() {
        CompletableFuture<Set<SecurityClass>> granted = hand(0x9F);
        time.settle();
        actor.execute(running.orElseThrow()::cancel);
        time.settle();
        assertEquals(Action.Cause.CANCELLED, failure(granted).reason());
        assertEquals(Optional.of(new Kex.Fail(KexFailType.CANCEL)), node.failed);
    }

    @Test
    void aUserWhoDoesNotAnswerGivesUp() {
        CompletableFuture<Set<SecurityClass>> granted = hand(0x9F);
        typed.completeExceptionally(new IllegalStateException("nobody is there"));
        time.advance(Duration.ofSeconds(300));
        assertEquals(Action.Cause.CANCELLED, failure(granted).reason());
    }

    @Test
    void anAnswerThatIsNoneDoesNotTakeTheKeyAsItCame() {
        CompletableFuture<Set<SecurityClass>> granted = hand(0x9F);
        typed.complete(null);
        time.advance(Duration.ofSeconds(300));
        assertEquals(Action.Cause.CANCELLED, failure(granted).reason());
        assertEquals(List.of(), node.keys);
    }

    @Test
    void theTemporaryKeyOfTheOtherSchemeIsNone() {
        bend = speech -> speech.filter(each -> !(each.command() instanceof Kex.Set));
        CompletableFuture<Set<SecurityClass>> granted = hand(0x9F, 0x98);
        S0Session anybody =
                new S0Session(new Link(0xC0FFEE01, NODE, 1), S0Keys.temporary(), 46, new ScriptedRandom(9), () -> 0);
        typed.complete(new Dsk.Pin(node.pin()));
        time.settle();
        anybody.begin(SecretBytes.of(new Kex.Fail(KexFailType.CANCEL)));
        sent.clear();
        hear(new S0Nonce.Get());
        time.settle();
        for (Command each : List.copyOf(sent)) {
            if (each instanceof S0Nonce.Report nonce
                    && anybody.onNonceReport(nonce) instanceof Incoming.NonceReceived received) {
                hear(received.next().message());
            }
        }
        time.advance(Duration.ofSeconds(300));
        assertEquals(Action.Cause.TIMEOUT, failure(granted).reason(), "whoever knows the zero key cannot end it");
    }

    @Test
    void theTimeOfANodeBeginsWhenItHasTheCommand() {
        air = Duration.ofSeconds(6);
        CompletableFuture<Set<SecurityClass>> granted = hand(0x9F);
        typed.complete(new Dsk.Pin(node.pin()));
        time.advanceUntilDone(granted, Duration.ofMinutes(15));
        assertEquals(REQUESTED, granted.join());
    }

    @Test
    void aMessageOfSomebodyElseLeavesTheNodeTheTimeToRepeatItsOwn() {
        bend = speech -> speech.filter(each -> !(each.command() instanceof Kex.Set));
        CompletableFuture<Set<SecurityClass>> granted = hand(0x9F);
        typed.complete(new Dsk.Pin(node.pin()));
        time.settle();
        hear(new S2Message(1, 0, List.of(Extension.span(Octets.of(new byte[16]))), Octets.of(new byte[20])));
        time.advance(Duration.ofSeconds(29));
        assertFalse(granted.isDone());
        time.advance(Duration.ofSeconds(2));
        assertEquals(Action.Cause.UNREADABLE, failure(granted).reason());
    }

    @Test
    void anotherExchangeCancelsTheFirstAndGoesOnItself() {
        CompletableFuture<Set<SecurityClass>> first = hand(0x9F);
        CompletableFuture<Set<SecurityClass>> second = hand(0x9F);
        typed.complete(new Dsk.Pin(node.pin()));
        time.advanceUntilDone(second, Duration.ofSeconds(60));
        assertEquals(Action.Cause.CANCELLED, failure(first).reason());
        assertEquals(REQUESTED, second.join());
        assertEquals(REQUESTED, stack.security(NODE).granted());
    }

    @Test
    void withoutSecurityThereIsNothingToHandOver() {
        assertEquals(Set.of(), hand(0x62).join());
        grant = Set.of();
        CompletableFuture<Set<SecurityClass>> granted = hand(0x98);
        time.settle();
        assertEquals(Set.of(), granted.join(), "Security 0 was not wanted");
        assertEquals(List.of(), sent);
    }

    private CompletableFuture<Set<SecurityClass>> hand(Integer... commandClasses) {
        stack.use(0xC0FFEE01, 1, new KeyRing(keys));
        JoinedNode joined = new JoinedNode(NODE, Set.of(commandClasses), false, false);
        KeyHandover.Handover handover = exchanges.hand(joined, this);
        running = Optional.of(handover);
        time.settle();
        return handover.granted();
    }

    private static HandoverException failure(CompletableFuture<?> future) {
        assertTrue(future.isCompletedExceptionally(), "" + future);
        Throwable failure = future.handle((value, why) -> why).join();
        return assertInstanceOf(
                HandoverException.class, failure instanceof HandoverException ? failure : failure.getCause());
    }

    private void hear(Command command) {
        listener.received(NODE, command.encode(), true);
    }

    @Override
    public void step(BootstrapStep step) {
        steps.add(step);
    }

    @Override
    public CompletableFuture<Set<SecurityClass>> grant(Set<SecurityClass> requested) {
        return CompletableFuture.completedFuture(grant);
    }

    @Override
    public CompletableFuture<Dsk> confirm(Octets shown) {
        return typed;
    }

    @Override
    public CompletableFuture<Void> send(int nodeId, byte[] bytes) {
        try {
            Command command = Commands.decode(bytes.clone());
            sent.add(command);
            CompletableFuture<Void> acknowledged = new CompletableFuture<>();
            if (air.isZero()) {
                time.executor().execute(() -> receive(command));
                actor.execute(() -> acknowledged.complete(null));
            } else {
                time.schedule(air, () -> receive(command));
                actor.after(air, () -> acknowledged.complete(null));
            }
            return acknowledged;
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }

    private void receive(Command command) {
        try {
            node.receive(command);
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public int room() {
        return 46;
    }

    @Override
    public void deliverTo(Listener above) {
        listener = above;
    }
}
