package org.lockcredentials.zwave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.NodeInformation;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.manufacturer.ManufacturerSpecific;
import org.lockcredentials.zwave.command.multichannel.EndPointCapability;
import org.lockcredentials.zwave.command.multichannel.EndPoints;
import org.lockcredentials.zwave.command.multichannel.MultiChannel;
import org.lockcredentials.zwave.command.usercode.UserCodeCapabilities;
import org.lockcredentials.zwave.command.usercode.UserIdStatus;
import org.lockcredentials.zwave.command.usercode.UsersNumber;
import org.lockcredentials.zwave.command.usercredential.CredentialCapabilities;
import org.lockcredentials.zwave.command.usercredential.CredentialRule;
import org.lockcredentials.zwave.command.usercredential.UserCapabilities;
import org.lockcredentials.zwave.command.usercredential.UserType;
import org.lockcredentials.zwave.command.version.CommandClassVersion;
import org.lockcredentials.zwave.transport.FakeAir;
import org.lockcredentials.zwave.transport.NodeKind;
import org.lockcredentials.zwave.transport.NodeSession;
import org.lockcredentials.zwave.transport.PlainStack;
import org.lockcredentials.zwave.transport.TransportException;

/** Getting to know nodes that the test plays. */
final class InterviewTest {

    private static final int NODE = 7;
    private static final NodeTraits LOCK = new NodeTraits(NodeKind.FREQUENTLY_LISTENING, 0x40);
    private static final UserCapabilities.Report USERS = new UserCapabilities.Report(
            30, Set.of(CredentialRule.SINGLE), 16, Set.of(), false, true, false, Set.of(UserType.GENERAL));
    private static final CredentialCapabilities.Report CREDENTIALS =
            new CredentialCapabilities.Report(false, false, false, List.of());
    private static final UserCodeCapabilities.Report CODES = new UserCodeCapabilities.Report(
            false, false, true, false, false, Set.of(UserIdStatus.ENABLED), Set.of(), Set.of());
    private static final CommandClassVersion.Report VERSION_2 = new CommandClassVersion.Report(0x63, 2);

    private final ManualScheduler time = new ManualScheduler();
    private final Actor actor = new Actor(time.executor(), time);
    private final FakeAir air = new FakeAir();
    private final NodeSession session = PlainStack.over(air, actor).node(NODE);
    private final Map<Command, Command> answers = new HashMap<>(Map.of(
            new ManufacturerSpecific.Get(), new ManufacturerSpecific.Report(0x3B, 1, 2),
            new UserCapabilities.Get(), USERS,
            new CredentialCapabilities.Get(), CREDENTIALS,
            new UsersNumber.Get(), new UsersNumber.Report(20),
            new CommandClassVersion.Get(0x63), VERSION_2,
            new UserCodeCapabilities.Get(), CODES));

    @Test
    void aUserCredentialLockIsAskedThreeQuestions() {
        KnownNode node = meet(0x62, 0x6C, 0x71, 0x72, 0x83, 0x63);
        assertEquals(
                List.of(new ManufacturerSpecific.Get(), new UserCapabilities.Get(), new CredentialCapabilities.Get()),
                air.commands());
        assertEquals(List.of(USERS, CREDENTIALS), node.locks().get(0).reports());
        assertEquals(Optional.of(new Product(0x3B, 1, 2)), node.product());
        assertEquals(Set.of(0), node.supervisedEndpoints());
    }

    @Test
    void silentUserCredentialLeavesTheFieldToUserCodeAndIsTold() {
        answers.remove(new UserCapabilities.Get());
        Interview.Result found = interview(0x62, 0x72, 0x83, 0x63);
        assertEquals(
                List.of(new UsersNumber.Report(20), VERSION_2, CODES),
                found.node().locks().get(0).reports());
        assertEquals(Set.of(new Interview.Question(0, new UserCapabilities.Get())), found.silences());
    }

    @Test
    void userCredentialWithoutUsersLeavesTheFieldToUserCode() {
        answers.put(
                new UserCapabilities.Get(),
                new UserCapabilities.Report(
                        0, Set.of(CredentialRule.SINGLE), 16, Set.of(), false, true, false, Set.of(UserType.GENERAL)));
        Interview.Result found = interview(0x62, 0x72, 0x83, 0x63);
        assertEquals(
                List.of(new UsersNumber.Report(20), VERSION_2, CODES),
                found.node().locks().get(0).reports());
        assertEquals(Set.of(), found.silences());
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgain() {
        Set<Command> lost = new HashSet<>(answers.keySet());
        air.play(sent -> lost.remove(sent.command())
                ? List.of()
                : Optional.ofNullable(answers.get(sent.command())).stream().toList());
        Interview.Result found = done(run(0x62, 0x72, 0x63));
        assertEquals(Set.of(), found.silences());
        assertEquals(Optional.of(new Product(0x3B, 1, 2)), found.node().product());
        assertEquals(
                List.of(new UsersNumber.Report(20), VERSION_2, CODES),
                found.node().locks().get(0).reports());
    }

    @Test
    void everySilenceIsTold() {
        answers.clear();
        assertEquals(
                Set.of(
                        new Interview.Question(0, new ManufacturerSpecific.Get()),
                        new Interview.Question(0, new UsersNumber.Get()),
                        new Interview.Question(0, new CommandClassVersion.Get(0x63))),
                interview(0x62, 0x72, 0x63).silences());
    }

    @Test
    void versionOneHasNoCapabilitiesToAskFor() {
        answers.put(new CommandClassVersion.Get(0x63), new CommandClassVersion.Report(0x63, 1));
        meet(0x62, 0x63);
        assertEquals(List.of(new UsersNumber.Get(), new CommandClassVersion.Get(0x63)), air.commands());
    }

    @Test
    void whatIsNoLockIsAskedNothingMore() {
        KnownNode lamp = meet(0x25, 0x72, 0x86);
        assertEquals(List.of(), lamp.locks());
        assertEquals(List.of(), air.commands());
    }

    @Test
    void locksAtEndPointsAreFoundInPlaceOfTheRootDevice() {
        NodeInformation lock = new NodeInformation(Set.of(0x62, 0x63, 0x6C), Set.of());
        NodeInformation sensor = new NodeInformation(Set.of(0x31), Set.of());
        answers.put(new EndPoints.Get(), new EndPoints.Report(false, false, 3, 0));
        answers.put(new EndPointCapability.Get(1), new EndPointCapability.Report(false, 1, 0x40, 3, lock));
        answers.put(new EndPointCapability.Get(2), new EndPointCapability.Report(false, 2, 0x21, 1, sensor));
        answers.put(new EndPointCapability.Get(3), new EndPointCapability.Report(false, 3, 0x40, 3, lock));
        KnownNode node = meet(0x60, 0x62, 0x63);
        assertEquals(
                List.of(1, 3),
                node.locks().stream().map(KnownEndpoint::endpoint).toList());
        assertEquals(Set.of(1, 3), node.supervisedEndpoints());
    }

    @Test
    void aNodeThatIsAwayStaysUnknown() {
        CompletableFuture<Interview.Result> node = run(0x62, 0x63, 0x72);
        time.settle();
        air.last().fail(TransportException.Kind.UNREACHABLE);
        CompletionException failure = assertThrows(CompletionException.class, node::join);
        assertEquals(TransportException.Kind.UNREACHABLE, ((TransportException) failure.getCause()).kind());
    }

    private KnownNode meet(Integer... classes) {
        return interview(classes).node();
    }

    private Interview.Result interview(Integer... classes) {
        air.play(sent -> Optional.ofNullable(answers.get(unwrapped(sent.command()))).stream()
                .toList());
        return done(run(classes));
    }

    private Interview.Result done(CompletableFuture<Interview.Result> found) {
        time.advanceUntilDone(found, Duration.ofMinutes(5));
        return found.join();
    }

    /** End points answer from the root device here, as some nodes do. */
    private static Command unwrapped(Command command) {
        if (command instanceof MultiChannel.Encapsulation wrapped) {
            try {
                return Commands.decode(wrapped.command());
            } catch (DecodeException e) {
                throw new AssertionError(e);
            }
        }
        return command;
    }

    private CompletableFuture<Interview.Result> run(Integer... classes) {
        NodeDirectory directory = new NodeDirectory() {
            @Override
            public CompletableFuture<NodeTraits> traits(int nodeId) {
                return CompletableFuture.completedFuture(LOCK);
            }

            @Override
            public CompletableFuture<NodeInformation> information(int nodeId) {
                return CompletableFuture.completedFuture(new NodeInformation(Set.of(classes), Set.of()));
            }
        };
        session.describe(LOCK.kind(), Set.of());
        return new Interview(
                        directory,
                        session,
                        NODE,
                        LOCK,
                        Grants.among(Set.of()),
                        known -> {},
                        (done, total) -> assertTrue(done <= total))
                .run();
    }
}
