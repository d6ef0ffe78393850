package org.lockcredentials.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lockcredentials.Capabilities;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Action;
import org.lockcredentials.event.LockEvent.Actor;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.event.LockEvent.Source;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.testing.ScriptedDriver;

/** Events call users by name in a process that never read the lock. */
class NamesTest {

    static List<Capabilities> locks() {
        return AccessTest.locks();
    }

    @ParameterizedTest
    @MethodSource("locks")
    void aUserAddedByAnEarlierProcessIsNamedWithoutAsking(Capabilities capabilities) {
        Bench bench = new Bench(capabilities);
        bench.get(bench.session.access().add(Bench.access("ann", "0123")));
        int bob = bench.get(bench.session
                        .users()
                        .set(UserUpdate.builder().name("bob").build()))
                .userIndex()
                .getAsInt();
        bench.get(bench.session.credentials().set(bob, NewCredential.pin(Secret.of("4567"))));
        Bench later = bench.restarted();
        later.driver.forgetCalls();
        assertEquals(Optional.of("ann"), opening(later, 1));
        assertEquals(Optional.of("bob"), opening(later, bob));
        assertEquals(List.of(), later.driver.calls());
    }

    @ParameterizedTest
    @MethodSource("locks")
    void theDeletionStillNamesTheUserAndNothingDoesAfterwards(Capabilities capabilities) {
        Bench bench = new Bench(capabilities);
        bench.get(bench.session.access().add(Bench.access("ann", "0123")));
        Bench later = bench.restarted();
        later.get(later.session.users().delete(1));
        assertEquals(Optional.of("ann"), changed(later, Change.DELETED, 1));
        assertEquals(Optional.empty(), opening(later.restarted(), 1));
    }

    @ParameterizedTest
    @MethodSource("locks")
    void aUserDeletedAtTheKeypadIsNamedOnceMore(Capabilities capabilities) {
        Bench bench = new Bench(capabilities);
        bench.get(bench.session.access().add(Bench.access("ann", "0123")));
        Bench later = bench.restarted();
        later.driver.deletedAtKeypad(1);
        assertEquals(Optional.of("ann"), changed(later, Change.DELETED, 1));
        later.time.settle();
        assertEquals(Optional.empty(), opening(later.restarted(), 1));
    }

    @Test
    void theNameThatTheLockTellsWins() {
        Bench bench = new Bench(ScriptedDriver.separate(10, 10));
        bench.get(bench.session.access().add(Bench.access("ann", "0123")));
        bench.get(bench.driver.writeUser(
                WriteMode.MODIFY, new UserWrite(User.general(1, Optional.of("anna")), Optional.empty())));
        bench.get(bench.session.users().get(1));
        assertEquals(Optional.of("anna"), opening(bench.restarted(), 1));
    }

    @Test
    void nothingIsWrittenForANameThatIsKnown() {
        Bench bench = new Bench(ScriptedDriver.separate(10, 10));
        bench.get(bench.session.access().add(Bench.access("ann", "0123")));
        Bench later = bench.restarted();
        later.store.beforeWrite(() -> {
            throw new IllegalStateException("nothing is to be written");
        });
        assertEquals(1, later.get(later.session.users().list()).size());
        assertEquals(
                Optional.of("ann"),
                later.get(later.session.users().get(1)).orElseThrow().name());
    }

    private static Optional<String> opening(Bench bench, int user) {
        LockEvent.Operation heard = (LockEvent.Operation) bench.session.witness(new LockEvent.Operation(
                Bench.LOCK,
                bench.time.now(),
                Action.UNLOCK,
                Source.KEYPAD,
                Optional.of(new Actor(user, Optional.empty())),
                Optional.empty(),
                Optional.empty()));
        return heard.user().orElseThrow().name();
    }

    private static Optional<String> changed(Bench bench, Change change, int user) {
        LockEvent.UserChange heard = (LockEvent.UserChange) bench.session.witness(new LockEvent.UserChange(
                Bench.LOCK, bench.time.now(), change, Optional.of(new Actor(user, Optional.empty()))));
        return heard.user().orElseThrow().name();
    }
}
