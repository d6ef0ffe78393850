package org.lockcredentials.zwave.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.command.ActuatorDuration;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.SecretBytes;
import org.lockcredentials.zwave.command.UnknownCommand;
import org.lockcredentials.zwave.command.battery.Battery;
import org.lockcredentials.zwave.command.doorlock.DoorLockMode;
import org.lockcredentials.zwave.command.doorlock.DoorLockOperation;
import org.lockcredentials.zwave.command.multichannel.MultiChannel;
import org.lockcredentials.zwave.command.supervision.Supervision;
import org.lockcredentials.zwave.command.supervision.SupervisionStatus;
import org.lockcredentials.zwave.command.usercode.UserCode;
import org.lockcredentials.zwave.command.usercode.UserIdStatus;
import org.lockcredentials.zwave.command.usercode.UsersNumber;
import org.lockcredentials.zwave.command.usercredential.AssociationStatus;
import org.lockcredentials.zwave.command.usercredential.CredentialAssociation;
import org.lockcredentials.zwave.command.usercredential.CredentialRule;
import org.lockcredentials.zwave.command.usercredential.CredentialType;
import org.lockcredentials.zwave.command.usercredential.NameEncoding;
import org.lockcredentials.zwave.command.usercredential.UserName;
import org.lockcredentials.zwave.command.usercredential.UserProperties;
import org.lockcredentials.zwave.command.usercredential.UserRecord;
import org.lockcredentials.zwave.command.usercredential.UserType;
import org.lockcredentials.zwave.command.wakeup.WakeUp;
import org.lockcredentials.zwave.transport.stack.TransportStack;

/** Exchanges with a node, through all layers down to a radio that the test plays. */
final class NodeSessionTest {

    private static final int NODE = 7;
    private static final Duration ANSWER_TIME = Duration.ofSeconds(5);
    private static final Command UNLOCK = new DoorLockOperation.Set(DoorLockMode.UNSECURED);
    private static final CredentialAssociation.Set MOVE = new CredentialAssociation.Set(CredentialType.PIN_CODE, 3, 9);

    private static final CredentialAssociation.Report MOVED =
            new CredentialAssociation.Report(CredentialType.PIN_CODE, 3, 9, AssociationStatus.SUCCESS);

    private final ManualScheduler time = new ManualScheduler();
    private final Actor actor = new Actor(time.executor(), time);
    private final FakeAir air = new FakeAir();
    private final TransportStack sessions = PlainStack.over(air, actor);
    private final NodeSession session = sessions.node(NODE);
    private final List<Command> heard = new ArrayList<>();

    @BeforeEach
    void describe() {
        session.listen((endpoint, command, answer) -> {
            if (!answer) {
                heard.add(command);
            }
        });
        describe(NodeKind.LISTENING, Set.of(0));
    }

    @Test
    void anAnswerMayOvertakeTheWordThatTheQuestionArrived() {
        CompletableFuture<UsersNumber.Report> answer = session.endpoint(0).get(new UsersNumber.Get());
        time.settle();
        air.hear(NODE, new UsersNumber.Report(30));
        assertEquals(30, answer.join().supportedUsers());
        assertEquals(List.of(), heard, "an answer is no news");
    }

    @Test
    void onlyTheAnswerToTheVeryQuestionCounts() {
        CompletableFuture<UserCode.Report> answer = session.endpoint(0).get(new UserCode.Get(4));
        time.settle();
        UserCode.Report other = new UserCode.Report(5, UserIdStatus.AVAILABLE, Optional.empty());
        air.last().acknowledge();
        air.hear(NODE, other);
        assertFalse(answer.isDone());
        assertEquals(List.of(other), heard);
        air.hear(NODE, new UserCode.Report(4, UserIdStatus.AVAILABLE, Optional.empty()));
        assertEquals(4, answer.join().userId());
        air.hear(NODE, new UserCode.Report(4, UserIdStatus.ENABLED, Optional.empty()));
        assertEquals(2, heard.size(), "what comes after the answer is news");
    }

    @Test
    void oneQuestionIsAskedAtATime() {
        CompletableFuture<UsersNumber.Report> first = session.endpoint(0).get(new UsersNumber.Get());
        CompletableFuture<Battery.Report> second = session.endpoint(0).get(new Battery.Get());
        time.settle();
        assertEquals(List.of(new UsersNumber.Get()), air.commands());
        air.last().acknowledge();
        air.hear(NODE, new UsersNumber.Report(30));
        time.settle();
        assertTrue(first.isDone());
        assertEquals(List.of(new UsersNumber.Get(), new Battery.Get()), air.commands());
        assertFalse(second.isDone());
    }

    @Test
    void aListeningNodeIsAskedOnceMoreAndThenGivenUp() {
        air.play(silence -> List.of());
        CompletableFuture<UsersNumber.Report> answer = session.endpoint(0).get(new UsersNumber.Get());
        time.advance(ANSWER_TIME.plusMillis(1));
        assertEquals(2, air.sent().size());
        time.advance(ANSWER_TIME);
        assertEquals(TransportException.Kind.UNCERTAIN, failure(answer).kind());
        assertEquals(2, air.sent().size());
    }

    @Test
    void aNodeOnBatteriesIsNotBeamedAtAgain() {
        describe(NodeKind.FREQUENTLY_LISTENING, Set.of());
        air.play(silence -> List.of());
        CompletableFuture<UsersNumber.Report> answer = session.endpoint(0).get(new UsersNumber.Get());
        time.advance(ANSWER_TIME.plusSeconds(1));
        assertFalse(answer.isDone(), "it has longer to answer");
        time.advance(Duration.ofSeconds(2));
        assertEquals(TransportException.Kind.UNCERTAIN, failure(answer).kind());
        assertEquals(1, air.sent().size());
    }

    @Test
    void aNodeThatDoesNotAcknowledgeIsUnreachableAtOnce() {
        CompletableFuture<UsersNumber.Report> answer = session.endpoint(0).get(new UsersNumber.Get());
        time.settle();
        air.last().fail(TransportException.Kind.UNREACHABLE);
        assertEquals(TransportException.Kind.UNREACHABLE, failure(answer).kind());
        assertEquals(1, air.sent().size());
    }

    @Test
    void aChangeThatWasNotAcknowledgedMayHaveArrivedAndAQuestionIsNoMatter() {
        CompletableFuture<?> moved = session.endpoint(0).order(MOVE);
        time.settle();
        air.last().lose();
        assertEquals(TransportException.Kind.UNCERTAIN, failure(moved).kind());
        CompletableFuture<Delivery> set = session.endpoint(0).set(UNLOCK);
        time.settle();
        air.last().lose();
        assertEquals(TransportException.Kind.UNCERTAIN, failure(set).kind());
        CompletableFuture<?> asked = session.endpoint(0).get(new UsersNumber.Get());
        time.settle();
        air.last().lose();
        assertEquals(TransportException.Kind.UNREACHABLE, failure(asked).kind());
        CompletableFuture<Delivery> unsent = session.endpoint(0).set(UNLOCK);
        time.settle();
        air.last().fail(TransportException.Kind.UNREACHABLE);
        assertEquals(TransportException.Kind.UNREACHABLE, failure(unsent).kind());
    }

    @Test
    void whoAnswersHasGotTheCommandThoughItsAcknowledgementIsLost() {
        CompletableFuture<Effect<CredentialAssociation.Report>> moved =
                session.endpoint(0).order(MOVE);
        time.settle();
        CredentialAssociation.Report report =
                new CredentialAssociation.Report(CredentialType.PIN_CODE, 3, 9, AssociationStatus.SUCCESS);
        air.hear(NODE, report);
        air.last().lose();
        assertEquals(Optional.of(report), moved.join().report());
    }

    @Test
    void aSleepingNodeIsNotToldTwiceWhatMayHaveArrived() {
        describe(NodeKind.SLEEPING, Set.of());
        CompletableFuture<Delivery> set = session.endpoint(0).set(UNLOCK);
        time.settle();
        air.hear(NODE, new WakeUp.Notification());
        air.last().lose();
        assertEquals(TransportException.Kind.UNCERTAIN, failure(set).kind());
    }

    @Test
    void aNodeThatLeftTakesWhatWasAskedOfItAlong() {
        CompletableFuture<Delivery> current = session.endpoint(0).set(UNLOCK);
        CompletableFuture<Delivery> waiting = session.endpoint(0).set(UNLOCK);
        time.settle();
        sessions.forget(NODE);
        CompletableFuture<Delivery> late = session.endpoint(0).set(UNLOCK);
        session.reply(0, UNLOCK);
        time.advance(Duration.ofMinutes(1));
        for (CompletableFuture<Delivery> each : List.of(current, waiting, late)) {
            assertEquals(TransportException.Kind.CLOSED, failure(each).kind());
        }
        assertEquals(1, air.sent().size());
        CompletableFuture<Delivery> another = sessions.node(NODE).endpoint(0).set(UNLOCK);
        time.settle();
        air.last().acknowledge();
        assertEquals(Delivery.RECEIVED, another.join(), "who comes by its number is spoken to");
    }

    @Test
    void aSleepingNodeIsToldAllThatWaitsAndThenThatNothingDoes() {
        describe(NodeKind.SLEEPING, Set.of());
        CompletableFuture<UsersNumber.Report> answer = session.endpoint(0).get(new UsersNumber.Get());
        CompletableFuture<Battery.Report> cancelled = session.endpoint(0).get(new Battery.Get());
        time.advance(Duration.ofHours(1));
        assertEquals(List.of(), air.commands());
        cancelled.cancel(false);
        air.hear(NODE, new WakeUp.Notification());
        air.last().acknowledge();
        air.hear(NODE, new UsersNumber.Report(30));
        assertEquals(30, answer.join().supportedUsers());
        time.advance(Duration.ofSeconds(1));
        assertEquals(List.of(new UsersNumber.Get(), new WakeUp.NoMoreInformation()), air.commands());
        air.last().acknowledge();
        air.clear();
        session.endpoint(0).get(new Battery.Get());
        time.settle();
        assertEquals(List.of(), air.commands(), "it sleeps again");
    }

    @Test
    void whatFollowsFromAnAnswerIsSaidInTheSameWakeUp() {
        describe(NodeKind.SLEEPING, Set.of());
        air.play(sent -> sent.command() instanceof UsersNumber.Get ? List.of(new UsersNumber.Report(30)) : List.of());
        AtomicInteger told = new AtomicInteger();
        session.listen((endpoint, command, answer) -> {
            if (command instanceof WakeUp.Notification) {
                actor.after(Duration.ofMillis(900), () -> askThrice(told));
            }
        });
        air.hear(NODE, new WakeUp.Notification());
        time.advance(Duration.ofMinutes(1));
        assertEquals(3, told.get());
        assertEquals(
                List.of(
                        new UsersNumber.Get(),
                        new UsersNumber.Get(),
                        new UsersNumber.Get(),
                        new WakeUp.NoMoreInformation()),
                air.commands());
    }

    private void askThrice(AtomicInteger told) {
        // Whoever gets to know a node describes it again and again.
        session.describe(NodeKind.SLEEPING, Set.of());
        session.endpoint(0).get(new UsersNumber.Get()).thenAccept(report -> {
            if (told.incrementAndGet() < 3) {
                actor.after(Duration.ofMillis(900), () -> askThrice(told));
            }
        });
    }

    @Test
    void anAnswerOfTheRootDevicesIsThatOfTheEndPointAsked() {
        List<Integer> from = new ArrayList<>();
        session.listen((endpoint, command, answer) -> from.add(endpoint));
        CompletableFuture<UsersNumber.Report> answer = session.endpoint(2).get(new UsersNumber.Get());
        time.settle();
        air.last().acknowledge();
        air.hear(NODE, new UsersNumber.Report(30));
        assertEquals(30, answer.join().supportedUsers());
        assertEquals(List.of(2), from);
    }

    @Test
    void aNodeThatFellAsleepIsToldTheNextTime() {
        describe(NodeKind.SLEEPING, Set.of());
        CompletableFuture<UsersNumber.Report> answer = session.endpoint(0).get(new UsersNumber.Get());
        time.settle();
        air.hear(NODE, new WakeUp.Notification());
        air.last().fail(TransportException.Kind.UNREACHABLE);
        assertFalse(answer.isDone());
        air.hear(NODE, new WakeUp.Notification());
        air.last().acknowledge();
        air.hear(NODE, new UsersNumber.Report(30));
        assertEquals(30, answer.join().supportedUsers());
    }

    @Test
    void aSupervisedSuccessIsDone() {
        CompletableFuture<Delivery> done = supervised(UNLOCK);
        report(SupervisionStatus.SUCCESS, false);
        assertEquals(Delivery.DONE, done.join());
    }

    @Test
    void aStatusMayOvertakeTheWordThatTheCommandArrived() {
        CompletableFuture<Delivery> done = session.endpoint(0).set(UNLOCK);
        time.settle();
        report(SupervisionStatus.SUCCESS, false);
        assertEquals(Delivery.DONE, done.join());
    }

    @Test
    void workingGivesTheNodeTheTimeThatItAsksFor() {
        CompletableFuture<Delivery> done = supervised(UNLOCK);
        air.hear(NODE, status(SupervisionStatus.WORKING, true, 60));
        time.advance(Duration.ofSeconds(65));
        assertFalse(done.isDone());
        report(SupervisionStatus.FAIL, false);
        assertEquals(Delivery.REFUSED, done.join());
        report(SupervisionStatus.SUCCESS, false);
        assertEquals(List.of(), heard, "a report that comes twice is nobody's");
    }

    @Test
    void eachSessionHasAnIdOfItsOwn() {
        supervised(UNLOCK);
        int first = sessionId();
        report(SupervisionStatus.SUCCESS, false);
        CompletableFuture<Delivery> second = supervised(UNLOCK);
        assertEquals((first + 1) % 64, sessionId());
        air.hear(NODE, new Supervision.Report(first, false, false, SupervisionStatus.FAIL, ActuatorDuration.DONE));
        assertFalse(second.isDone(), "the other session's report");
    }

    @Test
    void withoutSupportTheCommandIsSentAsItIsFromThenOn() {
        CompletableFuture<Delivery> done = supervised(UNLOCK);
        report(SupervisionStatus.NO_SUPPORT, false);
        assertEquals(UNLOCK, air.last().command());
        air.last().acknowledge();
        assertEquals(Delivery.RECEIVED, done.join());
        CompletableFuture<Delivery> again = supervised(UNLOCK);
        assertEquals(UNLOCK, air.last().command());
        assertEquals(Delivery.RECEIVED, again.join());
    }

    @Test
    void aWordOfHowLongItTakesMayOvertakeTheWordThatTheCommandArrived() {
        CompletableFuture<Delivery> done = session.endpoint(0).set(UNLOCK);
        time.settle();
        air.hear(NODE, status(SupervisionStatus.WORKING, true, 60));
        air.last().acknowledge();
        time.advance(Duration.ofSeconds(65));
        assertFalse(done.isDone());
        assertEquals(1, air.sent().size(), "nor is it asked again meanwhile");
        report(SupervisionStatus.SUCCESS, false);
        assertEquals(Delivery.DONE, done.join());
    }

    @Test
    void whoKeepsSilentIsAskedOnceMoreInTheSameSession() {
        CompletableFuture<Delivery> done = supervised(UNLOCK);
        Command first = air.last().command();
        time.advance(ANSWER_TIME);
        assertEquals(List.of(first, first), air.commands(), "by the number it knows that it has done it");
        air.last().acknowledge();
        report(SupervisionStatus.SUCCESS, false);
        assertEquals(Delivery.DONE, done.join());
    }

    @Test
    void whoForgetsItsReportsIsNotAskedForThemAgain() {
        describe(NodeKind.FREQUENTLY_LISTENING, Set.of(0));
        for (int silences = 0; silences < 2; silences++) {
            CompletableFuture<Delivery> done = supervised(UNLOCK);
            time.advance(ANSWER_TIME);
            assertEquals(Delivery.SILENT, done.join());
        }
        assertEquals(Delivery.RECEIVED, supervised(UNLOCK).join());
    }

    @Test
    void whatFitsOneFrameOnlyAsItIsGoesAsItIs() {
        describe(NodeKind.LISTENING, Set.of(0, 1));
        UserRecord.Set longest = addUser(32);
        CompletableFuture<?> added = session.endpoint(0).set(longest);
        time.settle();
        air.last().acknowledge();
        assertEquals(longest, air.last().command(), "44 bytes of 46");
        time.advance(ANSWER_TIME);
        assertTrue(added.isDone());
        CompletableFuture<?> supervised = session.endpoint(0).set(addUser(30));
        time.settle();
        assertInstanceOf(Supervision.Get.class, air.last().command(), "46 bytes of 46");
        air.last().fail(TransportException.Kind.UNREACHABLE);
        assertTrue(supervised.isCompletedExceptionally());
        int before = air.sent().size();
        CompletableFuture<?> neverFits = session.endpoint(1).set(longest);
        time.settle();
        assertEquals(TransportException.Kind.TOO_LONG, failure(neverFits).kind());
        assertEquals(before, air.sent().size());
    }

    private static UserRecord.Set addUser(int nameLength) {
        UserName name = new UserName(NameEncoding.ASCII, "n".repeat(nameLength));
        return UserRecord.Set.add(1, new UserProperties(UserType.GENERAL, true, CredentialRule.SINGLE, 0, name));
    }

    @Test
    void whatIsAnsweredByAReportIsNotSupervised() {
        for (int order = 0; order < 2; order++) {
            CompletableFuture<Effect<CredentialAssociation.Report>> moved = ordered();
            assertEquals(MOVE, air.last().command());
            air.last().acknowledge();
            assertFalse(moved.isDone());
            air.hear(NODE, MOVED);
            assertEquals(new Effect<>(Delivery.RECEIVED, Optional.of(MOVED), Duration.ZERO), moved.join());
        }
    }

    @Test
    void whoKeptAReportBackIsSupervisedFromThenOn() {
        orderWithoutReport();
        CompletableFuture<Effect<CredentialAssociation.Report>> moved = ordered();
        assertInstanceOf(Supervision.Get.class, air.last().command());
        air.last().acknowledge();
        report(SupervisionStatus.SUCCESS, false);
        assertEquals(new Effect<>(Delivery.DONE, Optional.empty(), Duration.ZERO), moved.join());

        moved = ordered();
        air.last().acknowledge();
        air.hear(NODE, MOVED);
        report(SupervisionStatus.SUCCESS, false);
        assertEquals(Optional.of(MOVED), moved.join().report(), "what it says after all is heard");
    }

    @Test
    void aRefusalIsExplainedAtOnceOrNotAtAll() {
        orderWithoutReport();
        CompletableFuture<Effect<CredentialAssociation.Report>> moved = ordered();
        air.last().acknowledge();
        report(SupervisionStatus.FAIL, false);
        assertFalse(moved.isDone());
        air.hear(NODE, MOVED);
        assertEquals(Optional.of(MOVED), moved.join().report());

        moved = ordered();
        air.last().acknowledge();
        report(SupervisionStatus.FAIL, false);
        time.advance(Duration.ofMillis(500));
        assertEquals(Delivery.REFUSED, moved.join().delivery());
    }

    @Test
    void whoKeptAReportBackAndHasNoSupervisionIsNotWaitedForAgain() {
        describe(NodeKind.LISTENING, Set.of());
        orderWithoutReport();
        CompletableFuture<Effect<CredentialAssociation.Report>> moved = ordered();
        assertEquals(MOVE, air.last().command());
        air.last().acknowledge();
        time.advance(Duration.ofMillis(500));
        assertEquals(new Effect<>(Delivery.RECEIVED, Optional.empty(), Duration.ofMillis(4500)), moved.join());
    }

    @Test
    void aReportThatCannotBeTrustedEndsTheWaiting() {
        CompletableFuture<Effect<CredentialAssociation.Report>> moved = ordered();
        session.dropped(List.of(0x62));
        air.last().acknowledge();
        time.settle();
        assertFalse(moved.isDone(), "that was about something else");
        session.dropped(List.of(MOVED.type().commandClass()));
        time.settle();
        assertEquals(new Effect<>(Delivery.RECEIVED, Optional.empty(), ANSWER_TIME), moved.join());
        ordered();
        assertInstanceOf(Supervision.Get.class, air.last().command());
    }

    @Test
    void aQuestionWaitsForAnAnswerThatCanBeTrusted() {
        CompletableFuture<UsersNumber.Report> answer = session.endpoint(0).get(new UsersNumber.Get());
        time.settle();
        air.last().acknowledge();
        session.dropped(List.of(UsersNumber.Report.TYPE.commandClass()));
        time.settle();
        assertFalse(answer.isDone());
        air.hear(NODE, new UsersNumber.Report(30));
        assertEquals(30, answer.join().supportedUsers());
    }

    private CompletableFuture<Effect<CredentialAssociation.Report>> ordered() {
        CompletableFuture<Effect<CredentialAssociation.Report>> moved =
                session.endpoint(0).order(MOVE);
        time.settle();
        return moved;
    }

    private void orderWithoutReport() {
        CompletableFuture<Effect<CredentialAssociation.Report>> moved = ordered();
        air.last().acknowledge();
        time.advance(ANSWER_TIME.minusMillis(1));
        assertFalse(moved.isDone());
        time.advance(Duration.ofMillis(1));
        assertEquals(new Effect<>(Delivery.RECEIVED, Optional.empty(), Duration.ZERO), moved.join());
    }

    @Test
    void whatANodeSupervisesIsHeardAndAnsweredOnce() {
        UserCode.Report news = new UserCode.Report(5, UserIdStatus.AVAILABLE, Optional.empty());
        Supervision.Get get = Supervision.Get.of(9, true, news);
        air.hear(NODE, get);
        air.hear(NODE, get);
        assertEquals(List.of(news), heard);
        assertEquals(List.of(status(9, SupervisionStatus.SUCCESS)), air.commands());
        air.hear(NODE, Supervision.Get.of(9, true, new UserCode.Report(6, UserIdStatus.AVAILABLE, Optional.empty())));
        assertEquals(2, heard.size(), "a node that restarted counts anew");
        air.hear(NODE, Supervision.Get.of(10, true, new UnknownCommand(0x26, 0x01, Secret.of(new byte[] {1}))));
        assertEquals(status(10, SupervisionStatus.NO_SUPPORT), air.last().command());
        assertEquals(2, heard.size());
    }

    @Test
    void whatANodeSupervisesAgainLaterIsHeardAgain() {
        Supervision.Get get =
                Supervision.Get.of(9, true, new UserCode.Report(5, UserIdStatus.AVAILABLE, Optional.empty()));
        air.hear(NODE, get);
        time.advance(Duration.ofSeconds(11));
        air.hear(NODE, get);
        assertEquals(2, heard.size());
        assertEquals(2, air.sent().size());
    }

    @Test
    void aNodeThatIsAwakeIsHeardHoweverOftenItSaysSo() {
        describe(NodeKind.SLEEPING, Set.of());
        Supervision.Get get = Supervision.Get.of(9, true, new WakeUp.Notification());
        air.hear(NODE, get);
        air.hear(NODE, get);
        assertEquals(2, heard.size());
    }

    @Test
    void whatSeveralAreAskedIsHeardAndNotAnswered() {
        UserCode.Report news = new UserCode.Report(5, UserIdStatus.AVAILABLE, Optional.empty());
        air.hearWithOthers(NODE, Supervision.Get.of(9, true, news));
        air.hear(NODE, new MultiChannel.Encapsulation(0, true, 1, SecretBytes.of(Supervision.Get.of(10, true, news))));
        assertEquals(List.of(news, news), heard);
        assertEquals(List.of(), air.commands());
    }

    @Test
    void whatComesFromNoNodeIsDropped() {
        air.hear(0, new UsersNumber.Report(1));
        air.hear(0x10000, new UsersNumber.Report(1));
        assertEquals(List.of(), heard);
    }

    @Test
    void whoComesByTheNumberOfOneThatLeftIsSupervisedAnew() {
        describe(NodeKind.FREQUENTLY_LISTENING, Set.of(0));
        for (int silences = 0; silences < 2; silences++) {
            supervised(UNLOCK);
            time.advance(ANSWER_TIME);
        }
        sessions.forget(NODE);
        sessions.node(NODE).describe(NodeKind.LISTENING, Set.of(0));
        CompletableFuture<Delivery> set = sessions.node(NODE).endpoint(0).set(UNLOCK);
        time.settle();
        assertInstanceOf(Supervision.Get.class, air.last().command());
        assertFalse(set.isDone());
    }

    @Test
    void nothingRunsOnceTheNetworkIsClosed() {
        supervised(UNLOCK);
        sessions.close();
        assertEquals(0, time.pending());
        air.hear(NODE, Supervision.Get.of(9, true, new UsersNumber.Report(1)));
        time.advance(Duration.ofMinutes(5));
        assertEquals(1, air.sent().size());
    }

    @Test
    void anEndpointIsAddressedInsideAndOut() {
        describe(NodeKind.LISTENING, Set.of(2));
        CompletableFuture<Delivery> done = session.endpoint(2).set(UNLOCK);
        time.settle();
        MultiChannel.Encapsulation sent =
                (MultiChannel.Encapsulation) air.last().command();
        assertEquals(2, sent.destination());
        assertEquals(0x6C, (int) sent.command().use(bytes -> bytes[0] & 0xFF), "Supervision is inside Multi Channel");
        int id = sent.command().use(bytes -> bytes[2] & 0x3F);
        air.hear(
                NODE,
                new MultiChannel.Encapsulation(2, false, 0, SecretBytes.of(status(id, SupervisionStatus.SUCCESS))));
        assertEquals(Delivery.DONE, done.join());
    }

    @Test
    void closingFailsWhatWaits() {
        CompletableFuture<UsersNumber.Report> current = session.endpoint(0).get(new UsersNumber.Get());
        CompletableFuture<Battery.Report> waiting = session.endpoint(0).get(new Battery.Get());
        time.settle();
        sessions.close();
        assertEquals(TransportException.Kind.CLOSED, failure(current).kind());
        assertEquals(TransportException.Kind.CLOSED, failure(waiting).kind());
        CompletableFuture<Battery.Report> late = session.endpoint(0).get(new Battery.Get());
        time.settle();
        assertEquals(TransportException.Kind.CLOSED, failure(late).kind());
    }

    private void describe(NodeKind kind, Set<Integer> supervised) {
        session.describe(kind, supervised);
        time.settle();
    }

    private CompletableFuture<Delivery> supervised(Command command) {
        CompletableFuture<Delivery> done = session.endpoint(0).set(command);
        time.settle();
        air.last().acknowledge();
        return done;
    }

    private int sessionId() {
        for (int i = air.sent().size() - 1; i >= 0; i--) {
            if (air.sent().get(i).command() instanceof Supervision.Get get) {
                return get.sessionId();
            }
        }
        throw new AssertionError("nothing was supervised");
    }

    private void report(SupervisionStatus status, boolean more) {
        air.hear(NODE, status(status, more, 0));
    }

    private Supervision.Report status(SupervisionStatus status, boolean more, int seconds) {
        return new Supervision.Report(sessionId(), more, false, status, new ActuatorDuration(seconds));
    }

    private static Supervision.Report status(int sessionId, SupervisionStatus status) {
        return new Supervision.Report(sessionId, false, false, status, ActuatorDuration.DONE);
    }

    private static TransportException failure(CompletableFuture<?> future) {
        return (TransportException)
                assertThrows(CompletionException.class, future::join).getCause();
    }
}
