package org.lockcredentials.zwave.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.usercode.ExtendedUserCode;
import org.lockcredentials.zwave.command.usercode.UserCode;
import org.lockcredentials.zwave.command.usercode.UserCodeCapabilities;
import org.lockcredentials.zwave.command.usercode.UserCodeChecksum;
import org.lockcredentials.zwave.command.usercode.UserCodeEntry;
import org.lockcredentials.zwave.command.usercode.UserIdStatus;
import org.lockcredentials.zwave.command.usercredential.CredentialRule;
import org.lockcredentials.zwave.command.usercredential.Modifier;
import org.lockcredentials.zwave.command.usercredential.ModifierType;
import org.lockcredentials.zwave.command.usercredential.UserName;
import org.lockcredentials.zwave.command.usercredential.UserProperties;
import org.lockcredentials.zwave.command.usercredential.UserRecord;
import org.lockcredentials.zwave.command.usercredential.UserReportType;
import org.lockcredentials.zwave.command.usercredential.UserType;
import org.lockcredentials.zwave.transport.FakeAir;
import org.lockcredentials.zwave.transport.NodeKind;
import org.lockcredentials.zwave.transport.NodeSession;
import org.lockcredentials.zwave.transport.PlainStack;

/** Reading locks that do not do it right: what is not certain must never look free. */
final class ChainReadingTest {

    private final ManualScheduler time = new ManualScheduler();
    private final Actor actor = new Actor(time.executor(), time);
    private final FakeAir air = new FakeAir();
    private final NodeSession session = PlainStack.over(air, actor).node(7);
    private final LockEndpoint lock =
            new LockEndpoint(LockId.of("zwave", "7"), session.endpoint(0), actor, () -> Instant.EPOCH, event -> {});

    @BeforeEach
    void describe() {
        session.describe(NodeKind.FREQUENTLY_LISTENING, Set.of());
        time.settle();
    }

    @Test
    void aChainThatRunsInACircleIsAFailure() {
        play(command ->
                command instanceof UserRecord.Get get ? List.of(user(Math.max(get.userId(), 1), 1)) : List.of());
        assertEquals(Reason.REJECTED, failure(new UserCredentialReader(lock, 30, new ChecksumLedger()).readAll()));
    }

    @Test
    void anAnswerThatIsLostInTheMiddleIsAFailure() {
        play(command -> command instanceof UserRecord.Get get && get.userId() == 0 ? List.of(user(1, 2)) : List.of());
        assertEquals(Reason.TIMEOUT, failure(new UserCredentialReader(lock, 30, new ChecksumLedger()).readAll()));
    }

    @Test
    void aLockThatNeverAnswersExtendedGetsIsAskedForEachUser() {
        play(command -> command instanceof UserCode.Get get ? List.of(code(get.userId())) : List.of());
        UserCodeReader reader = codes(4, true, false);
        assertEquals(List.of(2, 3), indexes(done(reader.readAll())));
        air.clear();
        assertEquals(List.of(2, 3), indexes(done(reader.readAll())));
        assertEquals(4, air.commands().size(), "and is not tried again");
    }

    @Test
    void aLockThatDoesNotReportSeveralIsAskedForEachUserUntilItsChecksumIsMet() {
        int checksum = UserCodeChecksum.of(
                List.of(entry(2, UserIdStatus.ENABLED, "0002"), entry(3, UserIdStatus.ENABLED, "0003")));
        play(command -> command instanceof UserCode.Get get
                ? List.of(code(get.userId()))
                : command instanceof UserCodeChecksum.Get ? List.of(new UserCodeChecksum.Report(checksum)) : List.of());
        assertEquals(List.of(2, 3), indexes(done(codes(30, false, true).readAll())));
        assertEquals(5, air.commands().size(), "the checksum, three users, and that the next place is free");
    }

    @Test
    void aBulkReadThatBreaksOffIsAFailure() {
        play(command -> command instanceof ExtendedUserCode.Get get && get.userId() == 1
                ? List.of(new ExtendedUserCode.Report(List.of(entry(1, UserIdStatus.ENABLED, "1111")), 9))
                : List.of());
        assertEquals(Reason.TIMEOUT, failure(codes(30, true, false).readAll()));
    }

    @Test
    void whatIsNotShownIsUnknown() {
        play(command -> List.of(new ExtendedUserCode.Report(
                List.of(
                        entry(1, UserIdStatus.AVAILABLE, "0000"),
                        entry(2, UserIdStatus.ENABLED, "****"),
                        new UserCodeEntry(3, UserIdStatus.NOT_AVAILABLE, Optional.empty()),
                        new UserCodeEntry(4, UserIdStatus.ENABLED, Optional.empty()),
                        entry(5, UserIdStatus.DISABLED, "0042"),
                        entry(6, UserIdStatus.ENABLED, "12**"),
                        entry(7, UserIdStatus.ENABLED, "\u0001\u0002\u0003\u0004"),
                        entry(8, UserIdStatus.ENABLED, "0")),
                0)));
        LockContents contents = done(codes(30, true, false).readAll());
        assertEquals(List.of(2, 4, 5, 6, 7, 8), indexes(contents));
        assertEquals(Set.of(3), contents.unknownUsers());
        assertEquals(Set.of(slot(2), slot(3), slot(4), slot(6), slot(7), slot(8)), contents.unknownCredentials());
        assertEquals(
                List.of(true, true, false, true, true, true),
                contents.users().stream().map(User::enabled).toList());
    }

    private static UserCode.Report code(int userId) {
        return userId == 2 || userId == 3
                ? new UserCode.Report(userId, UserIdStatus.ENABLED, Optional.of(Secret.of("000" + userId)))
                : new UserCode.Report(userId, UserIdStatus.AVAILABLE, Optional.empty());
    }

    private UserCodeReader codes(int users, boolean bulk, boolean checksum) {
        UserCodeCapabilities.Report found = new UserCodeCapabilities.Report(
                false, false, checksum, bulk, false, Set.of(UserIdStatus.ENABLED), Set.of(), Set.of());
        return new UserCodeReader(lock, users, false, Optional.of(found), new ChecksumLedger());
    }

    private static UserCodeEntry entry(int userId, UserIdStatus status, String code) {
        return new UserCodeEntry(userId, status, Optional.of(Secret.of(code)));
    }

    private static UserRecord.Report user(int userId, int next) {
        return new UserRecord.Report(
                UserReportType.RESPONSE_TO_GET,
                next,
                new Modifier(ModifierType.LOCALLY, 0),
                userId,
                new UserProperties(UserType.GENERAL, true, CredentialRule.SINGLE, 0, UserName.NONE));
    }

    private static Credential slot(int slot) {
        return new Credential(CredentialType.PIN, slot);
    }

    private static List<Integer> indexes(LockContents contents) {
        return contents.users().stream().map(User::index).toList();
    }

    private void play(Function<Command, List<? extends Command>> lockSays) {
        air.play(sent -> List.copyOf(lockSays.apply(sent.command())));
    }

    private <T> T done(CompletableFuture<T> future) {
        time.advanceUntilDone(future, Duration.ofMinutes(10));
        return future.join();
    }

    private Reason failure(CompletableFuture<?> future) {
        CompletionException failure = assertThrows(CompletionException.class, () -> done(future));
        LockCredentialException reason = Failures.translated(failure);
        return reason.reason();
    }
}
