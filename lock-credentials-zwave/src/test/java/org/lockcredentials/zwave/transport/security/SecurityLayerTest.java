package org.lockcredentials.zwave.transport.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.security.SecurityClass.S0_LEGACY;
import static org.lockcredentials.zwave.security.SecurityClass.S2_ACCESS_CONTROL;
import static org.lockcredentials.zwave.security.SecurityClass.S2_AUTHENTICATED;
import static org.lockcredentials.zwave.security.SecurityClass.S2_UNAUTHENTICATED;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.ActuatorDuration;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.SecretBytes;
import org.lockcredentials.zwave.command.UnknownCommand;
import org.lockcredentials.zwave.command.battery.Battery;
import org.lockcredentials.zwave.command.crc16.Crc16;
import org.lockcredentials.zwave.command.multichannel.MultiChannel;
import org.lockcredentials.zwave.command.multicommand.MultiCommand;
import org.lockcredentials.zwave.command.security2.S2Commands;
import org.lockcredentials.zwave.command.security2.S2Message;
import org.lockcredentials.zwave.command.security2.S2Nonce;
import org.lockcredentials.zwave.command.supervision.Supervision;
import org.lockcredentials.zwave.command.supervision.SupervisionStatus;
import org.lockcredentials.zwave.command.usercode.UsersNumber;
import org.lockcredentials.zwave.command.usercredential.AssociationStatus;
import org.lockcredentials.zwave.command.usercredential.CredentialAssociation;
import org.lockcredentials.zwave.command.usercredential.CredentialType;
import org.lockcredentials.zwave.command.wakeup.WakeUp;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.transport.Delivery;
import org.lockcredentials.zwave.transport.Effect;
import org.lockcredentials.zwave.transport.NodeKind;
import org.lockcredentials.zwave.transport.TransportException;
import org.mockito.Mockito;

/** Security 2 with a node, and what both ends refuse, through all layers. */
final class SecurityLayerTest {

    private static final Command REPORT = new UsersNumber.Report(30);
    private static final Command OTHER = new UsersNumber.Report(31);
    private static final int USER_CODE = 0x63;
    private static final CredentialAssociation.Set MOVE = new CredentialAssociation.Set(CredentialType.PIN_CODE, 3, 9);
    private static final CredentialAssociation.Report MOVED =
            new CredentialAssociation.Report(CredentialType.PIN_CODE, 3, 9, AssociationStatus.SUCCESS);

    private final TwoEnds ends = new TwoEnds(S2_ACCESS_CONTROL, S2_AUTHENTICATED, S0_LEGACY);

    @Test
    void theFirstCommandCostsANonceAndTheOthersNothing() {
        deliver(REPORT);
        assertEquals(List.of(S2Nonce.Get.class, S2Nonce.Report.class, S2Message.class), ends.sent());
        deliver(OTHER);
        ends.node.session.reply(0, REPORT);
        ends.time.settle();
        assertEquals(List.of(S2Message.class, S2Message.class), ends.sent());
        assertEquals(List.of(REPORT, OTHER), ends.node.heard);
        assertEquals(List.of(REPORT), ends.host.heard);
    }

    @Test
    void aCommandInTheClearIsDroppedUnlessItsClassIsOpen() {
        ends.host.hear(REPORT);
        ends.host.hear(new Crc16(SecretBytes.of(REPORT)));
        ends.host.hear(MultiChannel.Encapsulation.to(0, REPORT));
        ends.host.hear(new MultiCommand(List.of(SecretBytes.of(REPORT))));
        ends.host.hear(Supervision.Get.of(1, false, REPORT));
        assertEquals(List.of(), ends.host.heard);
        assertEquals(List.of(), ends.sent(), "nor is it answered");
        ends.host.describe(Set.of(S2_ACCESS_CONTROL, S2_AUTHENTICATED, S0_LEGACY), Set.of(USER_CODE));
        ends.host.hear(REPORT);
        assertEquals(List.of(REPORT), ends.host.heard);
    }

    /** A lock that reports in the clear is not believed, and not waited for; what it says decides nothing. */
    @Test
    void aReportInTheClearOnlyEndsTheWaitingForIt() {
        for (Command clear : List.of(MOVED, MultiChannel.Encapsulation.to(0, MOVED))) {
            CompletableFuture<Effect<CredentialAssociation.Report>> moved =
                    ends.host.session.endpoint(0).order(MOVE);
            ends.time.advance(Duration.ofSeconds(1));
            assertFalse(moved.isDone());
            ends.host.hear(REPORT);
            ends.time.settle();
            assertFalse(moved.isDone(), "that is about something else");
            ends.host.hear(clear);
            ends.time.settle();
            assertEquals(Optional.empty(), moved.join().report());
            assertEquals(Delivery.RECEIVED, moved.join().delivery());
            ends.host.session.describe(NodeKind.LISTENING, Set.of());
            ends.time.settle();
        }
        assertEquals(List.of(), ends.host.heard);
    }

    @Test
    void nobodyForgesTheEndOfACommandThatWentEncrypted() {
        ends.host.describe(Set.of(S2_ACCESS_CONTROL), Set.of(0x6C));
        ends.host.session.describe(NodeKind.LISTENING, Set.of(0));
        ends.lost = frame -> frame.is(S2Message.class);
        CompletableFuture<Delivery> set = ends.host.session.endpoint(0).set(REPORT);
        ends.time.settle();
        for (int id = 0; id < 64; id++) {
            ends.host.hear(new Supervision.Report(id, false, false, SupervisionStatus.SUCCESS, ActuatorDuration.DONE));
        }
        assertFalse(set.isDone());
    }

    @Test
    void aLowerClassIsDroppedAndToldNoCommands() {
        ends.node.session.endpoint(0, new Protection.Network(S2_AUTHENTICATED)).set(REPORT);
        ends.time.advance(Duration.ofSeconds(1));
        assertEquals(List.of(), ends.host.heard);
        assertEquals(List.of(), supported(new Protection.Network(S2_AUTHENTICATED)));
        assertEquals(List.of(0x8A), supported(new Protection.Network(S2_ACCESS_CONTROL)));
    }

    @Test
    void whatSeveralNodesWereToHearIsDropped() {
        ends.host.hearWithOthers(new S2Nonce.Get(9));
        assertEquals(List.of(), ends.sent());
        ends.host.hear(new S2Nonce.Get(9));
        assertEquals(List.of(S2Nonce.Report.class), ends.sent());
    }

    @Test
    void aNodeThatWasRestartedGetsTheCommandOnceMore() {
        deliver(REPORT);
        ends.node.restart();
        ends.node.describe(Set.of(S2_ACCESS_CONTROL), Set.of());
        ends.node.heard.clear();
        ends.sent();
        deliver(OTHER);
        assertEquals(List.of(OTHER), ends.node.heard);
        assertEquals(List.of(S2Message.class, S2Nonce.Report.class, S2Message.class), ends.sent());
    }

    @Test
    void aHostThatWasRestartedAsksTheNodeToBeginAgain() {
        deliver(REPORT);
        ends.host.restart();
        ends.host.describe(Set.of(S2_ACCESS_CONTROL), Set.of());
        ends.host.heard.clear();
        ends.node.session.reply(0, OTHER);
        ends.time.settle();
        assertEquals(List.of(OTHER), ends.host.heard);
    }

    @Test
    void bothSpeakAtOnceAndBothAreHeard() {
        deliver(REPORT);
        ends.node.heard.clear();
        CompletableFuture<Delivery> ours = ends.host.session.endpoint(0).set(OTHER);
        ends.node.session.reply(0, REPORT);
        ends.time.advanceUntilDone(ours, Duration.ofSeconds(3));
        assertEquals(List.of(OTHER), ends.node.heard);
        assertEquals(List.of(REPORT), ends.host.heard);
    }

    @Test
    void whatFollowsAMessageThatCrossedIsNoSignThatOursWasRead() {
        deliver(REPORT);
        ends.node.heard.clear();
        CompletableFuture<Delivery> first = ends.host.session.endpoint(0).set(OTHER);
        CompletableFuture<Delivery> second = ends.host.session.endpoint(0).set(REPORT);
        ends.host.session.reply(0, OTHER);
        for (int i = 0; i < 3; i++) {
            ends.node.session.reply(0, REPORT);
        }
        ends.time.advanceUntilDone(CompletableFuture.allOf(first, second), Duration.ofSeconds(5));
        ends.time.advance(Duration.ofSeconds(2));
        assertTrue(
                ends.node.heard.containsAll(List.of(OTHER, REPORT)) && ends.node.heard.size() == 3,
                "" + ends.node.heard);
        assertEquals(List.of(REPORT, REPORT, REPORT), ends.host.heard);
    }

    @Test
    void aNonceMayComeBeforeTheWordThatItsQuestionArrived() {
        ends.host.acknowledges = false;
        ends.host.session.endpoint(0).set(REPORT);
        ends.time.settle();
        assertEquals(List.of(REPORT), ends.node.heard);
    }

    @Test
    void aLostNonceIsAskedForAgainAndInTheEndGivenUp() {
        ends.lost = frame -> frame.is(S2Nonce.Report.class) && ends.frames.size() < 3;
        deliver(REPORT);
        assertEquals(List.of(REPORT), ends.node.heard);
        ends.node.restart();
        ends.host.restart();
        ends.host.describe(Set.of(S2_ACCESS_CONTROL), Set.of());
        CompletableFuture<Delivery> given = ends.host.session.endpoint(0).set(REPORT);
        ends.time.advance(Duration.ofSeconds(7));
        assertEquals(TransportException.Kind.UNREACHABLE, failure(given).kind(), "nothing was sent that could be done");
    }

    @Test
    void aFloodOfQuestionsForNoncesIsNotAnsweredByAFlood() {
        ends.host.acknowledges = false;
        for (int i = 0; i < 50; i++) {
            ends.host.hear(new S2Nonce.Get(i));
        }
        assertTrue(ends.sent().size() <= 3);
    }

    @Test
    void aCommandThatFitsOnlyWithoutEntropyIsPrecededByIt() {
        Command longer = new MultiCommand(
                List.of(SecretBytes.of(REPORT), SecretBytes.of(OTHER), SecretBytes.of(REPORT), SecretBytes.of(OTHER)));
        deliver(longer);
        assertEquals(List.of(REPORT, OTHER, REPORT, OTHER), ends.node.heard, "also unwrapped on receipt");
        assertEquals(List.of(S2Nonce.Get.class, S2Nonce.Report.class, S2Message.class, S2Message.class), ends.sent());
    }

    @Test
    void whatFitsNoFrameGoesInSegments() {
        ends.host.stack.describe(TwoEnds.NODE, new NodeSecurity(Set.of(S2_ACCESS_CONTROL), Set.of(), true));
        byte[] name = new byte[60];
        Command longest = new MultiCommand(
                List.of(SecretBytes.of(REPORT), SecretBytes.of(new UnknownCommand(0x77, 1, Secret.of(name)))));
        ends.node.session.listen((endpoint, command, answer) -> {});
        CompletableFuture<Delivery> sent = ends.host.session.endpoint(0).set(longest);
        ends.time.advanceUntilDone(sent, Duration.ofSeconds(10));
        assertEquals(REPORT, ends.node.heard.get(0));
        assertEquals(2, ends.node.heard.size());
    }

    @Test
    void withoutSegmentsWhatFitsNoFrameIsNotSent() {
        CompletableFuture<Delivery> sent =
                ends.host.session.endpoint(0).set(new UnknownCommand(0x77, 1, Secret.of(new byte[40])));
        ends.time.settle();
        assertEquals(TransportException.Kind.TOO_LONG, failure(sent).kind());
        assertEquals(List.of(), ends.sent());
    }

    @Test
    void whatWaitsForANodeThatLeavesNeverGoesInTheClear() {
        ends.lost = frame -> true;
        List<CompletableFuture<Delivery>> asked = askForThree();
        ends.host.stack.forget(TwoEnds.NODE);
        ends.time.advance(Duration.ofMinutes(1));
        assertNothingInTheClear(asked);
    }

    @Test
    void whatWaitsForANodeThatLosesItsKeysNeverGoesInTheClear() {
        ends.lost = frame -> true;
        List<CompletableFuture<Delivery>> asked = askForThree();
        ends.host.describe(Set.of(), Set.of());
        ends.time.advance(Duration.ofMinutes(1));
        assertNothingInTheClear(asked);
    }

    @Test
    void norDoesWhatWaitsForItToWakeUp() {
        ends.host.session.describe(NodeKind.SLEEPING, Set.of());
        CompletableFuture<Delivery> set = ends.host.session.endpoint(0).set(REPORT);
        ends.time.settle();
        ends.host.describe(Set.of(), Set.of());
        ends.host.hear(new WakeUp.Notification());
        assertEquals(TransportException.Kind.CLOSED, failure(set).kind());
        ends.time.advance(Duration.ofSeconds(2));
        assertEquals(
                List.of(new WakeUp.NoMoreInformation()),
                ends.frames.stream().map(TwoEnds.Frame::command).toList());
    }

    @Test
    void whileKeysAreHandedOverNothingElseIsSaid() {
        ends.lost = frame -> true;
        List<CompletableFuture<Delivery>> asked = askForThree();
        KeyExchangeLink link =
                ends.host.stack.security().exchangeS2(TwoEnds.NODE, Mockito.mock(KeyExchangeLink.Listener.class));
        ends.host.session.reply(0, REPORT);
        link.close();
        ends.host.session.reply(0, REPORT);
        ends.time.advance(Duration.ofMinutes(1));
        assertNothingInTheClear(asked);
    }

    @Test
    void whatWaitsGoesOnUnderOtherKeys() {
        goesOnUnder(Set.of(S2_ACCESS_CONTROL, S2_UNAUTHENTICATED));
    }

    @Test
    void whatWaitsGoesOnUnderTheKeysThatAreLeft() {
        goesOnUnder(Set.of(S2_AUTHENTICATED));
    }

    private void goesOnUnder(Set<SecurityClass> others) {
        ends.lost = frame -> true;
        List<CompletableFuture<Delivery>> asked = askForThree();
        ends.host.describe(others, Set.of());
        ends.node.describe(others, Set.of());
        ends.lost = frame -> false;
        ends.time.advance(Duration.ofSeconds(10));
        assertTrue(asked.get(0).isCompletedExceptionally(), "its key is gone");
        assertEquals(List.of(OTHER, REPORT), ends.node.heard);
    }

    @Test
    void aCommandThatWantsSecurityIsNotSentToANodeWithout() {
        ends.host.describe(Set.of(), Set.of());
        ends.sent();
        CompletableFuture<Delivery> set = ends.host
                .session
                .endpoint(0, new Protection.Network(S2_ACCESS_CONTROL))
                .set(REPORT);
        ends.time.settle();
        assertEquals(TransportException.Kind.UNREACHABLE, failure(set).kind());
        assertEquals(List.of(), ends.sent());
    }

    private List<CompletableFuture<Delivery>> askForThree() {
        List<CompletableFuture<Delivery>> asked = Stream.of(REPORT, OTHER, REPORT)
                .map(each -> ends.host.session.endpoint(0).set(each))
                .toList();
        ends.time.settle();
        return asked;
    }

    private void assertNothingInTheClear(List<CompletableFuture<Delivery>> asked) {
        assertEquals(List.of(S2Nonce.Get.class), ends.sent());
        for (CompletableFuture<Delivery> each : asked) {
            assertEquals(TransportException.Kind.CLOSED, failure(each).kind());
        }
    }

    @Test
    void aChangeThatIsNotAcknowledgedTwiceIsUncertainAndASilentNonceIsNot() {
        deliver(REPORT);
        ends.unacknowledged = frame -> frame.is(S2Message.class);
        CompletableFuture<?> ordered = ends.host.session.endpoint(0).order(new UsersNumber.Get());
        ends.time.settle();
        assertEquals(TransportException.Kind.UNCERTAIN, failure(ordered).kind());
        ends.unacknowledged = frame -> frame.is(S2Nonce.Get.class);
        ends.lost = frame -> frame.is(S2Nonce.Get.class);
        ends.host.restart();
        ends.host.describe(Set.of(S2_ACCESS_CONTROL), Set.of());
        CompletableFuture<Delivery> set = ends.host.session.endpoint(0).set(REPORT);
        ends.time.advance(Duration.ofMinutes(1));
        assertEquals(TransportException.Kind.UNREACHABLE, failure(set).kind(), "the command was never sent");
    }

    @Test
    void whatIsSupportedInAClassIsToldInThatClass() {
        ends.node.session.listenNoMore();
        ends.lost = frame -> false;
        CompletableFuture<S2Commands.Report> told = ends.host
                .session
                .endpoint(0, new Protection.Network(S2_ACCESS_CONTROL))
                .get(new S2Commands.Get());
        ends.lost = frame -> frame.from() == TwoEnds.HOST && frame.is(S2Message.class);
        ends.time.settle();
        ends.lost = frame -> false;
        ends.node
                .session
                .endpoint(0, new Protection.Network(S2_AUTHENTICATED))
                .set(new S2Commands.Report(List.of(0x62)));
        ends.time.advance(Duration.ofSeconds(2));
        assertFalse(told.isDone(), "" + told);
    }

    @Test
    void anEndPointDoesNotTellInTheClearWhatItSupportsSecurely() {
        NodeSecurity listing = new NodeSecurity(Set.of(S2_ACCESS_CONTROL), Set.of(0x9F, 0x98, 0x60), false);
        assertFalse(listing.isOpen(List.of(0x9F)));
        assertFalse(listing.isOpen(List.of(0x98)));
        assertTrue(listing.isOpen(List.of(0x60)));
    }

    /** The first two times a forged word has it that it was not read; before the third goes out, the node speaks of something else. */
    @Test
    void whatTheNodeSaysWhileACommandIsToBeRepeatedIsNoSignThatItWasRead() {
        deliver(REPORT);
        ends.lost = frame -> frame.from() == TwoEnds.HOST && frame.is(S2Message.class);
        CompletableFuture<Delivery> set = ends.host.session.endpoint(0).set(OTHER);
        ends.time.settle();
        for (int i = 0; i < 2; i++) {
            ends.host.hear(new S2Nonce.Report(0x50 + i, false, Optional.of(Octets.of(new byte[16]))));
        }
        ends.node.restart();
        ends.node.describe(Set.of(S2_ACCESS_CONTROL), Set.of());
        ends.node.heard.clear();
        ends.node.session.reply(0, REPORT);
        ends.time.settle();
        assertEquals(List.of(REPORT), ends.host.heard);
        assertFalse(set.isDone(), "nobody has read it");
        ends.lost = frame -> false;
        ends.time.advanceUntilDone(set, Duration.ofSeconds(10));
        assertEquals(List.of(OTHER), ends.node.heard);
    }

    @Test
    void aRepetitionThatIsEncryptedIsAnsweredAndNotDoneAgain() {
        Supervision.Get get = Supervision.Get.of(9, false, REPORT);
        ends.node.session.reply(0, get);
        ends.node.session.reply(0, get);
        ends.time.settle();
        assertEquals(List.of(REPORT), ends.host.heard);
        assertEquals(
                2,
                ends.frames.stream()
                        .filter(each -> each.from() == TwoEnds.HOST && each.is(S2Message.class))
                        .count());
    }

    @Test
    void aNodeThatLeftIsNotAnswered() {
        deliver(REPORT);
        ends.host.stack.forget(TwoEnds.NODE);
        ends.sent();
        ends.host.hear(new S2Nonce.Get(77));
        assertEquals(List.of(), ends.sent());
    }

    @Test
    void closingEndsWhatIsOnItsWay() {
        ends.lost = frame -> true;
        CompletableFuture<Delivery> set = ends.host.session.endpoint(0).set(new Battery.Get());
        ends.time.settle();
        ends.host.stack.close();
        ends.time.settle();
        assertEquals(TransportException.Kind.CLOSED, failure(set).kind());
    }

    private void deliver(Command command) {
        CompletableFuture<Delivery> set = ends.host.session.endpoint(0).set(command);
        ends.time.advanceUntilDone(set, Duration.ofSeconds(10));
        assertEquals(Delivery.RECEIVED, set.join());
    }

    private List<Integer> supported(Protection protection) {
        CompletableFuture<S2Commands.Report> told =
                ends.node.session.endpoint(0, protection).get(new S2Commands.Get());
        ends.time.advanceUntilDone(told, Duration.ofSeconds(20));
        return told.join().commandClasses();
    }

    private static TransportException failure(CompletableFuture<?> future) {
        assertTrue(future.isCompletedExceptionally(), "not failed: " + future);
        return (TransportException) future.handle((value, failure) -> failure).join();
    }
}
