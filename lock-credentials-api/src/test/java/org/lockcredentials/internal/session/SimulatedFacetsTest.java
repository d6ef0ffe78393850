package org.lockcredentials.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Door;
import org.lockcredentials.Finding;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.internal.queue.Failures;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.simulation.SimulatedBackend;
import org.lockcredentials.simulation.SimulatedLock;
import org.lockcredentials.slot.SlotPolicy;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.BackendListener;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.testing.MemoryStore;

/** What facets offer beyond users and codes, on the simulated lock, from the host's side and from the door's. */
class SimulatedFacetsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ManualScheduler time = new ManualScheduler();
    private final SimulatedLock lock =
            SimulatedLock.userCredential("1", "Front door").build();
    private final List<LockEvent> events = new ArrayList<>();
    private final LockSession session = session(lock);
    private final int ann = get(session.users()
                    .set(UserUpdate.builder().name("Ann").build()))
            .userIndex()
            .getAsInt();

    private LockSession session(SimulatedLock simulated) {
        MemoryStore store = new MemoryStore();
        LockSession opened = new LockSession(
                simulated.id(),
                new SessionContext(
                        time.executor(),
                        time,
                        store,
                        SlotPolicy.all(),
                        SlotPolicy.all(),
                        Duration.ofSeconds(20),
                        true));
        BackendListener listener = new BackendListener() {
            @Override
            public void lockFound(LockDriver driver) {
                opened.attach(driver);
            }

            @Override
            public void lockGone(LockId gone) {
                opened.detach();
            }

            @Override
            public void event(LockEvent event) {
                events.add(opened.witness(event));
            }
        };
        get(SimulatedBackend.of(simulated).open(new BackendContext(time.executor(), time, store, listener)));
        return opened;
    }

    @Test
    void aFingerIsLearntAtTheLowestFreeSlotAndIsThere() {
        CompletableFuture<Receipt> learning = session.credentials().learn(ann, CredentialType.FINGERPRINT, PATIENCE);
        Secret finger = Secret.of("finger");
        for (int step = 1; step <= 3; step++) {
            time.advance(Duration.ofSeconds(1));
            assertFalse(learning.isDone());
            lock.present(CredentialType.FINGERPRINT, finger);
        }
        Receipt learnt = get(learning);
        assertEquals(Outcome.CONFIRMED, learnt.outcome());
        assertEquals(List.of(new Credential(CredentialType.FINGERPRINT, 1)), learnt.credentials());
        assertTrue(lock.present(CredentialType.FINGERPRINT, finger));
        time.settle();
        assertEquals(
                Optional.of("Ann"),
                events.stream()
                        .filter(LockEvent.Operation.class::isInstance)
                        .map(LockEvent.Operation.class::cast)
                        .findFirst()
                        .orElseThrow()
                        .user()
                        .orElseThrow()
                        .name());
    }

    @Test
    void learningEndsWhenNobodyComesOrWhenItIsCalledOff() {
        assertEquals(
                Reason.TIMEOUT,
                failure(session.credentials().learn(ann, CredentialType.RFID, PATIENCE))
                        .reason());
        CompletableFuture<Receipt> learning = session.credentials().learn(ann, CredentialType.RFID, PATIENCE);
        time.advance(Duration.ofSeconds(1));
        assertEquals(
                Outcome.CONFIRMED, get(session.credentials().cancelLearning()).outcome());
        assertEquals(Reason.REJECTED, failure(learning).reason());
        assertEquals(
                Outcome.NO_CHANGE, get(session.credentials().cancelLearning()).outcome());
        assertEquals(
                Occupancy.FREE,
                get(session.credentials().status(CredentialType.RFID, 1)).occupancy());
    }

    @Test
    void onlyWhatTheLockEnrolsIsLearnt() {
        LockCredentialException refused =
                failure(session.credentials().learn(ann, CredentialType.PIN, Duration.ofMillis(1)));
        assertEquals(
                List.of("pin", "patience"),
                refused.findings().stream().map(Finding::field).toList());
        assertEquals(
                Reason.NOT_FOUND,
                failure(session.credentials().learn(9, CredentialType.RFID, PATIENCE))
                        .reason());
    }

    @Test
    void aCredentialIsHandedToAnotherUser() {
        int bob = get(session.users().set(UserUpdate.builder().name("Bob").build()))
                .userIndex()
                .getAsInt();
        Credential pin = get(session.credentials().set(ann, NewCredential.pin(Secret.of("0123"))))
                .credentials()
                .get(0);
        assertEquals(
                Outcome.CONFIRMED, get(session.credentials().assign(pin, bob)).outcome());
        assertEquals(List.of(), get(session.users().get(ann)).orElseThrow().credentials());
        assertEquals(List.of(pin), get(session.users().get(bob)).orElseThrow().credentials());
        assertEquals(
                Reason.NOT_FOUND, failure(session.credentials().assign(pin, 9)).reason());
        Credential nothing = new Credential(CredentialType.PIN, 50);
        assertEquals(
                Reason.NOT_FOUND,
                failure(session.credentials().assign(nothing, bob)).reason());
    }

    @Test
    void theAdminCodeIsSetAndIsNobodysPin() {
        assertEquals(
                Outcome.CONFIRMED,
                get(session.credentials().setAdminCode(Secret.of("009182"))).outcome());
        assertEquals(
                Reason.DUPLICATE,
                failure(session.credentials().set(ann, NewCredential.pin(Secret.of("009182"))))
                        .reason());
        assertEquals(
                Outcome.CONFIRMED, get(session.credentials().clearAdminCode()).outcome());
        get(session.credentials().set(ann, NewCredential.pin(Secret.of("009182"))));
        LockCredentialException letters = failure(session.credentials().setAdminCode(Secret.of("12ab")));
        assertEquals(Reason.INVALID, letters.reason());
    }

    @Test
    void schedulesDecideWhenACodeOpens() {
        Secret pin = Secret.of("0123");
        get(session.credentials().set(ann, NewCredential.pin(pin)));
        // Virtual time starts on a Thursday at midnight.
        Schedule noon = new Schedule.WeekDay(
                Set.of(DayOfWeek.THURSDAY), LocalTime.of(12, 0), LocalTime.of(13, 0), ZoneId.of("UTC"));
        assertEquals(
                Outcome.CONFIRMED,
                get(session.schedules().set(ann, List.of(noon))).outcome());
        assertEquals(List.of(noon), get(session.schedules().list(ann)));
        assertFalse(lock.enterCode(pin));
        time.advance(Duration.ofHours(12).plusMinutes(5));
        assertTrue(lock.enterCode(pin));
        get(session.schedules().set(ann, List.of()));
        time.advance(Duration.ofHours(2));
        assertTrue(lock.enterCode(pin));
        assertEquals(Reason.NOT_FOUND, failure(session.schedules().list(9)).reason());
        assertEquals(
                Reason.FULL,
                failure(session.schedules().set(ann, java.util.Collections.nCopies(8, noon)))
                        .reason());
    }

    @Test
    void theBoltIsMovedAndSaysWhereItIs() {
        assertEquals(
                Outcome.CONFIRMED, get(session.door().unlock(Optional.empty())).outcome());
        assertEquals(Door.Bolt.UNLOCKED, get(session.door().state()).bolt());
        assertEquals(
                Outcome.CONFIRMED, get(session.door().lock(Optional.empty())).outcome());
        assertEquals(Door.Bolt.LOCKED, get(session.door().state()).bolt());
        get(session.door().unlockFor(Duration.ofMinutes(1), Optional.empty()));
        assertEquals(Door.Bolt.UNLOCKED, get(session.door().state()).bolt());
        time.advance(Duration.ofMinutes(2));
        assertEquals(Door.Bolt.LOCKED, get(session.door().state()).bolt());
        lock.jam(true);
        assertEquals(
                Reason.REJECTED,
                failure(session.door().unlock(Optional.empty())).reason());
        assertEquals(
                Reason.INVALID,
                failure(session.door().unlockFor(Duration.ZERO, Optional.empty()))
                        .reason());
    }

    @Test
    void aLockWithoutAllThatSaysSoForEach() {
        LockSession gate =
                session(SimulatedLock.userCode("2", "Gate").features().build());
        Credential place = new Credential(CredentialType.PIN, 1);
        for (CompletableFuture<?> refused : List.of(
                gate.credentials().learn(1, CredentialType.PIN, PATIENCE),
                gate.credentials().cancelLearning(),
                gate.credentials().assign(place, 2),
                gate.credentials().setAdminCode(Secret.of("009182")),
                gate.schedules().list(1),
                gate.schedules().set(1, List.of()),
                gate.door().state(),
                gate.door().lock(Optional.empty()))) {
            assertEquals(Reason.UNSUPPORTED, failure(refused).reason());
        }
    }

    private <T> T get(CompletableFuture<T> future) {
        time.advanceUntilDone(future, Duration.ofMinutes(10));
        return future.join();
    }

    private LockCredentialException failure(CompletableFuture<?> future) {
        time.advanceUntilDone(future, Duration.ofMinutes(10));
        try {
            throw new AssertionError("it completed with " + future.join());
        } catch (RuntimeException failed) {
            return Failures.typed(failed);
        }
    }
}
