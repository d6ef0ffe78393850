package org.lockcredentials.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Capabilities;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Door;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Action;

/** What happens at the door, and what the bolt and the reader do when told, through the API. */
interface HappeningChecks {

    Visit visit();

    @Test
    default void aCodeEnteredAtTheLockArrivesWithTheUsersName() {
        visit().needs(OtherSide.KEYPAD);
        Secret pin = visit().pin();
        int user = visit().addUser("Ann", pin).userIndex().orElseThrow();
        visit().under().enterCode(pin);
        LockEvent.Operation opened = visit().event(LockEvent.Operation.class, event -> event.action() == Action.UNLOCK);
        assertEquals(visit().under().id(), opened.lock());
        assertEquals(LockEvent.Source.KEYPAD, opened.source());
        assertEquals(Optional.of(new LockEvent.Actor(user, Optional.of("Ann"))), opened.user());
        assertTrue(visit().manager().events().recent(visit().under().id(), 50).contains(opened));
    }

    @Test
    default void aWrongCodeIsDeniedToNobody() {
        visit().needs(OtherSide.KEYPAD);
        visit().needs(OtherSide.REPORTS_WRONG_CODES);
        visit().addUser("Ann", visit().pin());
        visit().under().enterCode(visit().pin());
        LockEvent.Operation denied = visit().event(LockEvent.Operation.class, event -> event.action() == Action.DENIED);
        assertEquals(Optional.empty(), denied.user());
    }

    @Test
    default void theBoltMovesWhenTold() {
        if (!visit().capabilities().has(Capabilities.Feature.DOOR_OPERATION)) {
            assertEquals(
                    Reason.UNSUPPORTED, visit().reason(visit().lock().door().state()));
            return;
        }
        Secret pin = visit().pin();
        visit().addUser("Ann", pin);
        Door door = visit().lock().door();
        visit().await(door.unlock(Optional.of(pin)));
        assertEquals(Door.Bolt.UNLOCKED, visit().await(door.state()).bolt());
        visit().await(door.lock(Optional.of(pin)));
        assertEquals(Door.Bolt.LOCKED, visit().await(door.state()).bolt());
        if (visit().under().abilities().contains(OtherSide.TELLS_OF_OPERATIONS)) {
            visit().event(LockEvent.Operation.class, event -> event.action() == Action.LOCK);
        }
    }

    @Test
    default void theBoltIsDrawnBackWithoutTheLatchWhereThatIsOffered() {
        Secret pin = visit().pin();
        visit().addUser("Ann", pin);
        Door door = visit().lock().door();
        if (!visit().capabilities().has(Capabilities.Feature.UNBOLTING)) {
            long before = visit().under().requests();
            assertEquals(Reason.UNSUPPORTED, visit().reason(door.unbolt(Optional.of(pin))));
            assertEquals(before, visit().under().requests());
            return;
        }
        visit().await(door.unbolt(Optional.of(pin)));
        assertEquals(Door.Bolt.UNLOCKED, visit().await(door.state()).bolt());
        visit().event(LockEvent.Operation.class, event -> event.action() == Action.UNLOCK);
    }

    @Test
    default void aLockLearnsWhatIsPresented() {
        visit().needs(OtherSide.READER);
        CredentialType type = learnable();
        int user = visit().addUser("Ann", visit().pin()).userIndex().orElseThrow();
        CompletableFuture<Receipt> learning = visit().credentials().learn(user, type, Duration.ofSeconds(20));
        visit().event(LockEvent.LearnProgress.class, step -> step.state() == LockEvent.LearnState.STARTED);
        for (int tries = 0; tries < 20 && !heard(LockEvent.LearnState.LEARNT); tries++) {
            visit().under().present(type);
            int steps = tries + 1;
            visit().events(LockEvent.LearnProgress.class, steps + 1);
        }
        Receipt learnt = visit().await(learning);
        assertEquals(Outcome.CONFIRMED, learnt.outcome());
        assertTrue(visit().await(visit().users().get(user))
                .orElseThrow()
                .credentials()
                .containsAll(learnt.credentials()));
    }

    @Test
    default void learningIsCalledOff() {
        visit().needs(OtherSide.READER);
        CredentialType type = learnable();
        int user = visit().addUser("Ann", visit().pin()).userIndex().orElseThrow();
        assertEquals(
                Outcome.NO_CHANGE,
                visit().await(visit().credentials().cancelLearning()).outcome());
        CompletableFuture<Receipt> learning = visit().credentials().learn(user, type, Duration.ofSeconds(20));
        visit().event(LockEvent.LearnProgress.class, step -> step.state() == LockEvent.LearnState.STARTED);
        assertEquals(
                Outcome.CONFIRMED,
                visit().await(visit().credentials().cancelLearning()).outcome());
        assertEquals(Reason.REJECTED, visit().reason(learning));
    }

    private boolean heard(LockEvent.LearnState state) {
        return visit().manager().events().recent(visit().under().id(), 256).stream()
                .anyMatch(event -> event instanceof LockEvent.LearnProgress step && step.state() == state);
    }

    private CredentialType learnable() {
        List<CredentialType> types = visit().capabilities().credentials().entrySet().stream()
                .filter(entry -> entry.getValue().learnable())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        assumeTrue(!types.isEmpty(), "the lock learns nothing");
        return types.get(types.size() - 1);
    }
}
