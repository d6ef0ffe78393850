package org.lockcredentials.zwave.security.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.SecretBytes;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.security2.Kex;
import org.lockcredentials.zwave.command.security2.KexFailType;
import org.lockcredentials.zwave.command.security2.PublicKeyReport;
import org.lockcredentials.zwave.command.security2.S2Message;
import org.lockcredentials.zwave.command.security2.S2NetworkKey;
import org.lockcredentials.zwave.command.security2.S2Nonce;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.Link;
import org.lockcredentials.zwave.security.NetworkKeys;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.ScriptedRandom;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.bootstrap.JoiningNode.Speech;
import org.lockcredentials.zwave.security.s2.Incoming;
import org.lockcredentials.zwave.security.s2.Outgoing;
import org.lockcredentials.zwave.security.s2.S2Key;
import org.lockcredentials.zwave.security.s2.S2Session;

/** The including controller against a node that joins over real sessions, every step broken once. */
class S2BootstrappingTest {

    private static final Set<SecurityClass> ALL = EnumSet.of(
            SecurityClass.S2_ACCESS_CONTROL,
            SecurityClass.S2_AUTHENTICATED,
            SecurityClass.S2_UNAUTHENTICATED,
            SecurityClass.S0_LEGACY);

    private final NetworkKeys networkKeys = NetworkKeys.generate(ALL, new ScriptedRandom(1));
    private final S2Bootstrapping machine = new S2Bootstrapping(networkKeys, false, new ScriptedRandom(2));
    private final S2Session session =
            new S2Session(new Link(0xC0FFEE01, 1, 5), List.of(), new ScriptedRandom(3), () -> 0);
    private final Deque<Command> toNode = new ArrayDeque<>();
    private final Deque<Command> toHost = new ArrayDeque<>();
    private final Deque<Action.Send> sending = new ArrayDeque<>();
    private final List<S2Message> held = new ArrayList<>();
    private List<S2Key> keys = List.of();
    private Set<SecurityClass> grant = ALL;
    private Optional<Dsk> dsk = Optional.empty();
    private Optional<Action> last = Optional.empty();
    private int requested = 0x87;
    private UnaryOperator<Optional<Speech>> bend = speech -> speech;

    @Test
    void allKeysAreHandedOverOneByOne() throws DecodeException {
        JoiningNode node = join();
        assertEquals(Optional.of(new Action.Succeeded(ALL)), last);
        assertEquals(
                ALL.stream().map(each -> networkKeys.key(each).orElseThrow()).toList(), node.keys);
    }

    @Test
    void aNodeThatNobodyVouchesForTellsItsWholeKey() throws DecodeException {
        grant = Set.of(SecurityClass.S2_UNAUTHENTICATED);
        dsk = Optional.of(new Dsk.Pin(0));
        join();
        assertEquals(Optional.of(new Action.Succeeded(grant)), last);
    }

    @Test
    void theWholeKeyIsTakenAndComparedWithTheNodes() throws DecodeException {
        dsk = Optional.of(Dsk.Whole.of(new JoiningNode(0, bend, each -> {}).dsk()));
        join();
        assertEquals(Optional.of(new Action.Succeeded(ALL)), last);
    }

    @Test
    void anotherNodesWholeKeyIsRefusedAtOnce() throws DecodeException {
        dsk = Optional.of(Dsk.Whole.of(new byte[16]));
        assertFails(BootstrapStep.DSK, Action.Cause.INVALID, KexFailType.CANCEL);
    }

    @Test
    void aWrongPinIsFoundOutByWhatCannotBeRead() throws DecodeException {
        dsk = Optional.of(new Dsk.Pin(new JoiningNode(0, bend, each -> {}).pin() ^ 1));
        assertFails(BootstrapStep.KEX_ECHO, Action.Cause.UNREADABLE, KexFailType.DECRYPT);
        assertTrue(new Dsk.Pin(12345).toString().indexOf("12345") < 0);
    }

    @Test
    void grantingNothingCancels() throws DecodeException {
        grant = Set.of();
        assertFails(BootstrapStep.GRANT, Action.Cause.CANCELLED, KexFailType.CANCEL);
    }

    @Test
    void withoutACommonKeyThereIsNoExchange() throws DecodeException {
        requested = 0x08;
        assertFails(BootstrapStep.KEX_REPORT, Action.Cause.INVALID, KexFailType.KEX_KEY);
    }

    @Test
    void clientSideAuthenticationIsDeclined() throws DecodeException {
        requested = 0x06;
        say(Kex.Report.class, s -> new Speech(new Kex.Report(0x02, 0x02, 0x01, 0x06), s.key()));
        assertFails(BootstrapStep.KEX_REPORT, Action.Cause.CLIENT_SIDE_AUTHENTICATION, KexFailType.CANCEL);
    }

    @Test
    void anotherSchemeOrCurveIsNone() throws DecodeException {
        say(Kex.Report.class, s -> new Speech(new Kex.Report(0, 0x04, 0x01, 0x87), s.key()));
        assertFails(BootstrapStep.KEX_REPORT, Action.Cause.INVALID, KexFailType.KEX_SCHEME);
    }

    @Test
    void anotherCurveIsNone() throws DecodeException {
        say(Kex.Report.class, s -> new Speech(new Kex.Report(0, 0x02, 0x02, 0x87), s.key()));
        assertFails(BootstrapStep.KEX_REPORT, Action.Cause.INVALID, KexFailType.KEX_CURVES);
    }

    @Test
    void aNodeThatIncludesIsNotOneThatJoins() throws DecodeException {
        say(
                PublicKeyReport.class,
                s -> new Speech(new PublicKeyReport(true, ((PublicKeyReport) s.command()).publicKey()), s.key()));
        assertFails(BootstrapStep.PUBLIC_KEY, Action.Cause.INVALID, KexFailType.CANCEL);
    }

    @Test
    void aPublicKeyThatForcesTheSecretIsRefused() throws DecodeException {
        grant = Set.of(SecurityClass.S2_UNAUTHENTICATED);
        say(PublicKeyReport.class, s -> new Speech(new PublicKeyReport(false, Octets.of(new byte[32])), s.key()));
        assertFails(BootstrapStep.PUBLIC_KEY, Action.Cause.INVALID, KexFailType.CANCEL);
    }

    @Test
    void anEchoThatDiffersIsATamperedGrant() throws DecodeException {
        say(Kex.Set.class, s -> new Speech(new Kex.Set(1, 0x02, 0x01, 0x01), s.key()));
        assertFails(BootstrapStep.KEX_ECHO, Action.Cause.INVALID, KexFailType.AUTH);
    }

    @Test
    void anEchoInTheClearIsNone() throws DecodeException {
        say(Kex.Set.class, s -> new Speech(s.command(), Optional.empty()));
        assertFails(BootstrapStep.KEX_ECHO, Action.Cause.INVALID, KexFailType.AUTH);
    }

    @Test
    void aKeyThatWasNotGrantedIsNotGiven() throws DecodeException {
        grant = Set.of(SecurityClass.S2_UNAUTHENTICATED);
        say(S2NetworkKey.Get.class, s -> new Speech(new S2NetworkKey.Get(0x04), s.key()));
        JoiningNode node = assertFails(BootstrapStep.NETWORK_KEY_GET, Action.Cause.INVALID, KexFailType.KEY_GET);
        assertEquals(List.of(), node.keys);
        assertEquals(Optional.of(new Kex.Fail(KexFailType.KEY_GET)), node.failed);
    }

    @Test
    void twoKeysAtOnceAreNotGiven() throws DecodeException {
        say(S2NetworkKey.Get.class, s -> new Speech(new S2NetworkKey.Get(0x06), s.key()));
        assertFails(BootstrapStep.NETWORK_KEY_GET, Action.Cause.INVALID, KexFailType.KEY_GET);
    }

    @Test
    void aKeyIsProvenWithItselfOnly() throws DecodeException {
        S2Key other = S2Key.of(SecurityClass.S2_ACCESS_CONTROL, Secret.of(new byte[16]));
        say(S2NetworkKey.Verify.class, s -> new Speech(s.command(), Optional.of(other)));
        assertFails(BootstrapStep.NETWORK_KEY_VERIFY, Action.Cause.UNREADABLE, KexFailType.KEY_VERIFY);
    }

    @Test
    void aKeyIsNotProvenInTheClear() throws DecodeException {
        say(S2NetworkKey.Verify.class, s -> new Speech(s.command(), Optional.empty()));
        assertFails(BootstrapStep.NETWORK_KEY_VERIFY, Action.Cause.INVALID, KexFailType.AUTH);
    }

    @Test
    void whoHasNotAllKeysIsNotDone() throws DecodeException {
        bend = speech -> speech.map(s -> s.command() instanceof S2NetworkKey.Get get && get.requestedKey() == 0x02
                ? new Speech(new S2NetworkKey.TransferEnd(false, true), s.key())
                : s);
        join();
        assertEquals(
                Optional.of(new Action.Failed(BootstrapStep.TRANSFER_END, Action.Cause.INVALID, Optional.empty())),
                last);
    }

    @Test
    void aNodeThatGivesUpIsBelieved() throws DecodeException {
        say(S2NetworkKey.Verify.class, s -> new Speech(new Kex.Fail(KexFailType.KEY_REPORT), Optional.of(keys.get(0))));
        join();
        assertEquals(
                Optional.of(new Action.Failed(
                        BootstrapStep.NETWORK_KEY_VERIFY,
                        Action.Cause.NODE_GAVE_UP,
                        Optional.of(KexFailType.KEY_REPORT))),
                last);
    }

    /** Anybody can say so in the clear. */
    @Test
    void givingUpInTheClearChangesNothingOnceKeysAreAgreedOn() throws DecodeException {
        bend = speech -> {
            if (speech.orElseThrow().command() instanceof S2NetworkKey.Verify) {
                toHost.add(new Kex.Fail(KexFailType.CANCEL));
            }
            return speech;
        };
        join();
        assertEquals(Optional.of(new Action.Succeeded(ALL)), last);
    }

    /** Each time-out of table 16, by the step at which the node falls silent. */
    @ParameterizedTest
    @EnumSource(Silence.class)
    void silenceIsNamedByItsStep(Silence silence) throws DecodeException {
        bend = speech -> speech.filter(each -> !silence.command.isInstance(each.command()));
        join();
        assertEquals(Optional.of(new Action.Failed(silence.step, Action.Cause.TIMEOUT, Optional.empty())), last);
        assertEquals(Move.nothing(), machine.onTimeout());
    }

    enum Silence {
        TA1(Kex.Report.class, BootstrapStep.KEX_REPORT),
        TA2(PublicKeyReport.class, BootstrapStep.PUBLIC_KEY),
        TAI2(Kex.Set.class, BootstrapStep.KEX_ECHO),
        TA3(S2NetworkKey.Get.class, BootstrapStep.NETWORK_KEY_GET),
        TA4(S2NetworkKey.Verify.class, BootstrapStep.NETWORK_KEY_VERIFY),
        TA5(S2NetworkKey.TransferEnd.class, BootstrapStep.TRANSFER_END);

        private final Class<? extends Command> command;
        private final BootstrapStep step;

        Silence(Class<? extends Command> command, BootstrapStep step) {
            this.command = command;
            this.step = step;
        }
    }

    private void say(Class<? extends Command> instead, UnaryOperator<Speech> bent) {
        bend = speech -> speech.map(s -> instead.isInstance(s.command()) ? bent.apply(s) : s);
    }

    private JoiningNode assertFails(BootstrapStep step, Action.Cause cause, KexFailType reason) throws DecodeException {
        JoiningNode node = join();
        assertEquals(Optional.of(new Action.Failed(step, cause, Optional.of(reason))), last);
        return node;
    }

    private JoiningNode join() throws DecodeException {
        JoiningNode node = new JoiningNode(requested, speech -> bend.apply(speech), toHost::add);
        perform(machine.start(), node);
        for (int frames = 0; !(toNode.isEmpty() && toHost.isEmpty()); frames++) {
            assertTrue(frames < 500, "the exchange never comes to rest");
            if (!toNode.isEmpty()) {
                node.receive(Commands.decode(toNode.remove().encode()));
            } else {
                receive(Commands.decode(toHost.remove().encode()), node);
            }
        }
        if (last.isEmpty()) {
            perform(machine.onTimeout(), node);
        }
        return node;
    }

    private void receive(Command command, JoiningNode node) throws DecodeException {
        if (command instanceof S2Nonce.Get get) {
            heard(session.onNonceGet(get), node);
        } else if (command instanceof S2Nonce.Report report) {
            heard(session.onNonceReport(report), node);
        } else if (command instanceof S2Message message) {
            Incoming incoming = session.onMessage(message);
            if (incoming.equals(new Incoming.Ignored(Incoming.Reason.NO_KEY))) {
                held.add(message);
            }
            heard(incoming, node);
        } else {
            perform(machine.onCommand(command, new Protection.Clear()), node);
        }
    }

    private void heard(Incoming incoming, JoiningNode node) throws DecodeException {
        if (incoming instanceof Incoming.Opened opened) {
            Protection protection = opened.key()
                    .securityClass()
                    .<Protection>map(Protection.Network::new)
                    .orElseGet(Protection.Temporary::new);
            perform(machine.onCommand(Commands.decode(opened.command().orElseThrow()), protection), node);
        } else if (incoming instanceof Incoming.NonceAsked asked) {
            toNode.add(asked.reply());
        } else if (incoming instanceof Incoming.OutOfSync lost && last.isEmpty()) {
            toNode.add(lost.reply());
            perform(machine.onUnreadable(lost.begun()), node);
        } else if (incoming instanceof Incoming.NonceReceived) {
            send();
        }
    }

    private void perform(Move move, JoiningNode node) throws DecodeException {
        for (Action action : move.actions()) {
            if (action instanceof Action.Send send && send.protection() instanceof Protection.Clear) {
                toNode.add(send.command());
            } else if (action instanceof Action.Send send) {
                sending.add(send);
                send();
            } else if (action instanceof Action.UseKeys use) {
                keys = use.keys();
                session.use(keys);
                for (S2Message each : List.copyOf(held)) {
                    heard(session.onMessage(each), node);
                }
                held.clear();
            } else if (action instanceof Action.AskForGrant) {
                perform(machine.grant(grant), node);
            } else if (action instanceof Action.AskForDsk ask) {
                assertEquals(0, ask.dsk().at(0) + ask.dsk().at(1));
                perform(machine.confirm(dsk.orElseGet(() -> new Dsk.Pin(node.pin()))), node);
            } else {
                last = Optional.of(action);
            }
        }
    }

    /** Sends the first that waits; it waits on until its nonce has come. */
    private void send() {
        if (sending.isEmpty()) {
            return;
        }
        Outgoing outgoing = session.encapsulate(
                keys.get(0), SecretBytes.of(sending.element().command()));
        if (outgoing instanceof Outgoing.Encapsulated encapsulated) {
            sending.remove();
            toNode.add(encapsulated.message());
        } else if (outgoing instanceof Outgoing.NonceNeeded needed) {
            toNode.add(needed.request());
        }
    }
}
