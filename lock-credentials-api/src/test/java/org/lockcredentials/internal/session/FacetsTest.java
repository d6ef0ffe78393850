package org.lockcredentials.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Capabilities.Enabling;
import org.lockcredentials.Capabilities.ReadBack;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockTags;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.UserType;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Actor;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.testing.ScriptedDriver;
import org.lockcredentials.testing.ScriptedDriver.Fault;

class FacetsTest {

    private final Bench apart = new Bench(ScriptedDriver.separate(10, 10));
    private final Bench coded = new Bench(ScriptedDriver.slotIsUser(10, ReadBack.DATA, Enabling.EMULATED));

    private static UserUpdate named(String name) {
        return UserUpdate.builder().name(name).build();
    }

    private static NewCredential code(String digits) {
        return NewCredential.pin(Secret.of(digits));
    }

    private int user(Bench bench, String name) {
        return bench.get(bench.session.users().set(named(name))).userIndex().getAsInt();
    }

    @Test
    void afterItsOwnWritesTheLockIsAskedOneQuestion() {
        for (Bench bench : List.of(apart, coded)) {
            bench.get(bench.session.users().list());
            int ann = user(bench, "Ann");
            bench.get(bench.session.credentials().set(ann, code("0042")));
            int ben = user(bench, "Ben");
            bench.get(bench.session.credentials().set(ben, code("0043")));
            bench.get(bench.session.users().delete(ann));
            bench.driver.forgetCalls();
            List<User> listed = bench.get(bench.session.users().list());
            assertEquals(List.of("checksum"), bench.driver.calls());
            assertEquals(List.of(ben), listed.stream().map(User::index).toList());
            assertEquals(1, listed.get(0).credentials().size());
            bench.get(bench.session.users().list());
            assertEquals(List.of("checksum", "checksum"), bench.driver.calls());
        }
    }

    @Test
    void aNewAdminCodeMakesNothingElseDoubtful() {
        apart.get(apart.session.users().list());
        apart.session.witness(new LockEvent.CredentialChange(
                Bench.LOCK,
                Instant.EPOCH,
                Change.MODIFIED,
                Optional.of(new Credential(CredentialType.PROGRAMMING_PIN, 1)),
                Optional.empty()));
        apart.driver.forgetCalls();
        apart.get(apart.session.users().list());
        assertEquals(List.of("checksum"), apart.driver.calls());
    }

    @Test
    void whatMayHaveHappenedUnheardPutsInDoubtWhatWasRead() {
        apart.get(apart.session.users().list());
        apart.driver.stranger(3, Bench.pin(3), "8888");
        apart.session.witness(new LockEvent.Missed(Bench.LOCK, Instant.EPOCH));
        assertEquals(
                List.of(3),
                apart.get(apart.session.users().list()).stream()
                        .map(User::index)
                        .toList());
    }

    @Test
    void aStrangerAmongItsOwnWritesIsSeen() {
        apart.get(apart.session.users().list());
        int ann = user(apart, "Ann");
        apart.driver.stranger(7, new Credential(CredentialType.PIN, 7), "9999");
        apart.get(apart.session.credentials().set(ann, code("0042")));
        assertEquals(
                List.of(ann, 7),
                apart.get(apart.session.users().list()).stream()
                        .map(User::index)
                        .toList());
    }

    @Test
    void tellsAllThatIsWrongAtOnceAndSendsNothing() {
        apart.get(apart.session.capabilities());
        apart.driver.forgetCalls();
        LockCredentialException refused =
                apart.failure(apart.session.credentials().set(11, code("12a").at(12)));
        assertEquals(
                List.of("slot", "pin", "pin", "userIndex"),
                refused.findings().stream().map(finding -> finding.field()).toList());
        LockCredentialException user = apart.failure(apart.session
                .users()
                .set(UserUpdate.builder()
                        .name("longer than ten")
                        .type(UserType.DURESS)
                        .build()));
        assertEquals(2, user.findings().size());
        assertEquals(List.of(), apart.driver.calls());
    }

    @Test
    void aWriteCostsNoReadOnceTheUserIsKnown() {
        int ann = user(apart, "ann");
        apart.get(apart.session.credentials().set(ann, code("0123")));
        apart.driver.forgetCalls();
        apart.get(apart.session.credentials().set(ann, code("0124").at(1)));
        assertEquals(List.of("writeCredential MODIFY"), apart.driver.calls());
    }

    @Test
    void afterARestartTheFirstPinCostsNoQuestion() {
        apart.get(apart.session.capabilities());
        Bench later = apart.restarted();
        later.get(later.session.capabilities());
        apart.driver.forgetCalls();
        later.get(later.session.users().set(UserUpdate.builder().index(4).build()));
        later.get(later.session.credentials().set(4, code("0123").at(6)));
        assertEquals(List.of("writeUser ADD", "writeCredential ADD"), apart.driver.calls());
    }

    @Test
    void afterARestartWhatIsThereIsChangedAndNothingElse() {
        int ann = user(apart, "ann");
        apart.get(apart.session.credentials().set(ann, code("0123").at(6)));
        apart.driver.stranger(5, Bench.pin(3), "9999");
        Bench later = apart.restarted();
        later.get(later.session
                .users()
                .set(UserUpdate.builder().index(ann).name("anna").build()));
        later.get(later.session.credentials().set(ann, code("0124").at(6)));
        assertEquals(
                Reason.OCCUPIED,
                later.failure(later.session.credentials().set(ann, code("0125").at(3)))
                        .reason());
        assertEquals(Optional.of("anna"), apart.driver.truth().get(0).name());
        assertEquals(Optional.of("0124"), apart.driver.code(Bench.pin(6)));
        assertEquals(Optional.of("9999"), apart.driver.code(Bench.pin(3)));
        assertEquals(List.of(), apart.driver.violations());
    }

    @Test
    void anUnchangedLockCostsOneQuestion() {
        user(apart, "ann");
        List<User> first = apart.get(apart.session.users().list());
        apart.driver.forgetCalls();
        assertEquals(first, apart.get(apart.session.users().list()));
        assertEquals(List.of("checksum"), apart.driver.calls());
    }

    @Test
    void neverTakesWhatIsAnothers() {
        int ann = user(apart, "ann");
        apart.driver.stranger(5, Bench.pin(3), "9999");
        assertEquals(
                Reason.OCCUPIED,
                apart.failure(apart.session.credentials().set(ann, code("0123").at(3)))
                        .reason());
        assertEquals(
                Reason.NOT_FOUND,
                apart.failure(apart.session.credentials().set(7, code("0123"))).reason());
        assertEquals(Optional.of("9999"), apart.driver.code(Bench.pin(3)));
    }

    @Test
    void keepsAUserForWhomALockWithoutSuchHasNoPlace() {
        Receipt kept = coded.get(coded.session.users().set(named("ann")));
        assertEquals(Outcome.PENDING, kept.outcome());
        assertEquals(2, user(coded, "bob"));
        assertEquals(List.of(), coded.driver.truth());
        Bench later = coded.restarted();
        later.get(later.session.credentials().set(1, code("0123")));
        assertEquals(Optional.of("0123"), coded.driver.code(Bench.pin(1)));
        assertEquals(
                List.of(Optional.of("ann"), Optional.of("bob")),
                later.get(later.session.users().list()).stream().map(User::name).toList());
        assertEquals(
                Reason.NOT_FOUND,
                later.failure(later.session.credentials().set(3, code("0124"))).reason());
    }

    @Test
    void takesACodeOffAndPutsItBackAcrossARestart() {
        user(coded, "ann");
        coded.get(coded.session.credentials().set(1, code("0123")));
        coded.get(coded.session.users().setEnabled(1, false));
        assertEquals(Optional.empty(), coded.driver.code(Bench.pin(1)));
        Bench later = coded.restarted();
        assertFalse(later.get(later.session.users().list()).get(0).enabled());
        assertEquals(2, user(later, "bob"));
        later.get(later.session.users().setEnabled(1, true));
        assertEquals(Optional.of("0123"), coded.driver.code(Bench.pin(1)));
        assertEquals(
                Optional.of("ann"),
                later.get(later.session.users().get(1)).orElseThrow().name());
        assertEquals(List.of(), coded.store.keys("locks/test-1/codes"));
    }

    @Test
    void aNameThatTheLockDoesNotKeepOutlastsADisabling() {
        Bench named = new Bench(ScriptedDriver.slotIsUser(10, ReadBack.DATA, Enabling.NATIVE));
        user(named, "ann");
        named.get(named.session.credentials().set(1, code("0123")));
        named.get(named.session.users().get(1));
        named.get(named.session.users().setEnabled(1, false));
        LockEvent.Alarm alarm = new LockEvent.Alarm(
                Bench.LOCK, named.time.now(), LockEvent.AlarmKind.DURESS, Optional.of(new Actor(1, Optional.empty())));
        assertEquals(
                Optional.of(new Actor(1, Optional.of("ann"))), ((LockEvent.Alarm) named.session.witness(alarm)).user());
    }

    @Test
    void neverDisablesWhatItCouldNotPutBack() {
        Bench masked = new Bench(ScriptedDriver.slotIsUser(10, ReadBack.MASKED, Enabling.EMULATED));
        user(masked, "ann");
        masked.get(masked.session.credentials().set(1, code("0123")));
        assertEquals(
                Reason.UNSUPPORTED,
                masked.failure(masked.session.users().setEnabled(1, false)).reason());
        assertEquals(Optional.of("0123"), masked.driver.code(Bench.pin(1)));
    }

    @Test
    void aSilentLockHoldsUpTheQueueUntilTheDeadlineAndNoLonger() {
        apart.driver.script((count, call) -> count == 1 ? Fault.SILENT : Fault.NONE);
        CompletableFuture<List<User>> lost = apart.session.users().list();
        CompletableFuture<List<User>> behind = apart.session.users().list();
        apart.time.advance(Bench.TIMEOUT.minusSeconds(1));
        assertFalse(lost.isDone());
        CompletableFuture<List<User>> fresh = apart.session.users().list();
        apart.time.advance(Duration.ofSeconds(2));
        assertEquals(Reason.TIMEOUT, apart.failure(lost).reason());
        assertEquals(List.of(), apart.get(behind));
        assertEquals(List.of(), apart.get(fresh));
    }

    @Test
    void triesAgainOnlyWhatIsCertainNotToHaveHappened() {
        apart.driver.script((count, call) -> count <= 2 ? Fault.UNREACHABLE : Fault.NONE);
        apart.get(apart.session.users().list());
        apart.driver.script((count, call) -> call.startsWith("write") ? Fault.LOST_AFTER : Fault.NONE);
        apart.driver.forgetCalls();
        assertEquals(
                Reason.TIMEOUT,
                apart.failure(apart.session.users().set(named("ann"))).reason());
        assertEquals(List.of("writeUser ADD"), apart.driver.calls());
    }

    @Test
    void closingFailsWhatIsPendingAndIsRepeatable() {
        apart.driver.script((count, call) -> Fault.SILENT);
        CompletableFuture<List<User>> running = apart.session.users().list();
        CompletableFuture<List<User>> waiting = apart.session.users().list();
        apart.time.settle();
        CompletableFuture<Void> closed = apart.session.close();
        apart.time.settle();
        assertTrue(closed.isDone() && apart.session.close().isDone());
        assertEquals(Reason.CLOSED, apart.failure(running).reason());
        assertEquals(Reason.CLOSED, apart.failure(waiting).reason());
        assertEquals(Reason.CLOSED, apart.failure(apart.session.users().list()).reason());
        assertEquals(0, apart.time.pending());
    }

    @Test
    void wipesItsCopyOfASecretWhicheverWayItEnds() {
        int ann = user(apart, "ann");
        List<Secret> lent = new ArrayList<>();
        LockDriver spy = (LockDriver) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {LockDriver.class}, (proxy, method, args) -> {
                    if (args != null && args[args.length - 1] instanceof CredentialWrite write) {
                        lent.add(write.secret());
                    }
                    return method.invoke(apart.driver, args);
                });
        apart.session.attach(spy);
        for (Fault fault : Fault.values()) {
            apart.driver.script((count, call) -> call.startsWith("writeCred") ? fault : Fault.NONE);
            Secret mine = Secret.of("01" + fault.ordinal() + "9");
            CompletableFuture<Receipt> set =
                    apart.session.credentials().set(ann, NewCredential.pin(mine).at(1));
            mine.wipe();
            apart.time.advanceUntilDone(set, Duration.ofMinutes(5));
        }
        assertTrue(lent.size() >= Fault.values().length);
        assertTrue(lent.stream().allMatch(Secret::isWiped));
    }

    @Test
    void namesTheUserAsKnownWhenItHappened() {
        int ann = user(apart, "ann");
        Instant at = apart.time.now();
        LockEvent.UserChange gone = (LockEvent.UserChange) apart.session.witness(new LockEvent.UserChange(
                Bench.LOCK, at, Change.DELETED, Optional.of(new Actor(ann, Optional.empty()))));
        assertEquals(Optional.of("ann"), gone.user().orElseThrow().name());
        LockEvent.UserChange stranger = (LockEvent.UserChange) apart.session.witness(
                new LockEvent.UserChange(Bench.LOCK, at, Change.ADDED, Optional.of(new Actor(ann, Optional.empty()))));
        assertEquals(Optional.empty(), stranger.user().orElseThrow().name());
    }

    @Test
    void aNameOnALockThatKeepsNoneEndsWithItsUser() {
        user(coded, "ann");
        coded.get(coded.session.credentials().set(1, code("0123")));
        coded.driver.deletedAtKeypad(1);
        coded.driver.stranger(1, Bench.pin(1), "8888");
        for (Change change : List.of(Change.DELETED, Change.ADDED)) {
            coded.session.witness(new LockEvent.UserChange(
                    Bench.LOCK, coded.time.now(), change, Optional.of(new Actor(1, Optional.empty()))));
        }
        assertFalse(coded.get(coded.session.users().list()).get(0).name().equals(Optional.of("ann")));
    }

    @Test
    void keepsTheHostsWords() {
        LockTags words =
                new LockTags(Optional.of("Front door"), Optional.of("Hall & co"), Optional.empty(), Set.of("a b", "ö"));
        assertEquals("Front door", apart.get(apart.session.tag(words)).name());
        assertEquals(words, apart.restarted().session.snapshot().tags());
    }

    @Test
    void aLockThatNobodyKnowsIsNotFound() {
        apart.session.detach();
        assertEquals(
                Reason.NOT_FOUND, apart.failure(apart.session.users().list()).reason());
        assertEquals(Reason.NOT_FOUND, apart.failure(apart.session.info()).reason());
    }

    @Test
    void doesNothingOnRecordsThatCannotBeRead() {
        apart.store.write("locks/test-1/access/broken", "access 1\nowner".getBytes());
        Bench later = apart.restarted();
        assertEquals(
                Reason.REJECTED,
                later.failure(later.session.access().add(Bench.access("ann", "0123")))
                        .reason());
        assertEquals(List.of(), apart.driver.truth());
    }
}
