package org.lockcredentials.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.testing.Pins;

final class FaultsTest {

    private final SimulatedLock lock =
            SimulatedLock.userCredential("1", "Front door").build();
    private final Bench bench = Bench.of(lock);

    @Test
    void anAnswerLostBeforeMeansNothingHappenedAndNobodyKnows() {
        lock.faults().next(Fault.loseAnswerBefore());
        assertEquals(Reason.TIMEOUT, bench.failure(write(1)).reason());
        assertTrue(lock.truth().isEmpty());
    }

    @Test
    void anAnswerLostAfterMeansItHappenedAndNobodyKnows() {
        lock.faults().next(Fault.loseAnswerAfter());
        assertEquals(Reason.TIMEOUT, bench.failure(write(1)).reason());
        assertEquals(1, lock.truth().size());
    }

    @Test
    void aLostAnswerHidesARefusalToo() {
        bench.addUser(1, "Ann");
        lock.faults().next(Fault.loseAnswerAfter());
        assertEquals(Reason.TIMEOUT, bench.failure(write(1)).reason());
    }

    @Test
    void outOfReachMeansNothingHappenedAndTheHostKnows() {
        lock.faults().next(Fault.unreachable());
        assertEquals(Reason.UNREACHABLE, bench.failure(write(1)).reason());
        assertTrue(lock.truth().isEmpty());
    }

    @Test
    void aRefusalCarriesTheStatus() {
        lock.faults().next(Fault.refuse(0x85));
        LockCredentialException refused = bench.failure(write(1));
        assertEquals(Reason.REJECTED, refused.reason());
        assertEquals(OptionalInt.of(0x85), refused.status());
        assertEquals(Optional.of(lock.id()), refused.lock());
    }

    @Test
    void aSlowLockDoesItLaterEvenIfTheHostWipedTheSecret() {
        bench.addUser(1, "Ann");
        Secret pin = Pins.secret();
        Secret same = pin.copy();
        lock.faults().next(Fault.slow(Duration.ofSeconds(3)));
        CompletableFuture<Outcome> slow = bench.driver().writeCredential(WriteMode.ADD, Bench.pin(1, 1, pin));
        slow.completeExceptionally(new LockCredentialException(Reason.TIMEOUT, "the host gave up"));
        pin.wipe();
        bench.pass(Duration.ofMillis(2_999));
        assertFalse(lock.truth().get(0).holds(same));
        bench.pass(Duration.ofMillis(1));
        assertTrue(lock.truth().get(0).holds(same));
    }

    @Test
    void somebodyIsFasterAndIsNotOverwritten() {
        bench.addUser(1, "Ann");
        lock.faults().next(Fault.occupyFirst());
        CompletableFuture<Outcome> late = bench.driver().writeCredential(WriteMode.ADD, Bench.pin(1, 1, Pins.secret()));
        assertEquals(Reason.OCCUPIED, bench.failure(late).reason());
        assertEquals(2, lock.truth().size());
        assertEquals(List.of(), lock.audit().trespasses());
    }

    @Test
    void somebodyIsFasterOnALockWhoseSlotsAreItsUsers() {
        SimulatedLock gate = SimulatedLock.userCode("2", "Gate").build();
        Bench there = Bench.of(gate);
        gate.faults().next(Fault.occupyFirst());
        CompletableFuture<Outcome> late = there.driver().writeCredential(WriteMode.ADD, Bench.pin(4, 4, Pins.secret()));
        assertEquals(Reason.OCCUPIED, there.failure(late).reason());
        assertEquals(4, gate.truth().get(0).user().index());
    }

    @Test
    void aRaceWaitsForAWriteThatTakesAPlace() {
        lock.faults().next(Fault.occupyFirst());
        bench.await(bench.driver().readAll());
        assertEquals(1, lock.faults().pending());
        assertEquals(Reason.OCCUPIED, bench.failure(write(1)).reason());
    }

    @Test
    void aRestartLosesTheRequestAndKeepsTheContents() {
        bench.addUser(1, "Ann");
        lock.faults().next(Fault.restart());
        assertEquals(Reason.UNREACHABLE, bench.failure(write(2)).reason());
        assertEquals(1, lock.truth().size());
        List<Boolean> reachable = bench.heard(LockEvent.Connection.class).stream()
                .map(LockEvent.Connection::reachable)
                .toList();
        assertEquals(List.of(false, true), reachable);
    }

    @Test
    void noAnswerAtAllEndsWithTheBackend() {
        lock.faults().next(Fault.never());
        CompletableFuture<Outcome> write = write(1);
        bench.pass(Duration.ofDays(1));
        assertFalse(write.isDone());
        bench.await(bench.backend.close());
        assertEquals(Reason.CLOSED, bench.failure(write).reason());
        assertEquals(Reason.CLOSED, bench.failure(write(1)).reason());
    }

    @Test
    void faultsComeInTheOrderInWhichTheyQueueEachForItsKind() {
        lock.faults()
                .next(LockRequest.READ_ALL, Fault.refuse(1))
                .next(Fault.refuse(2))
                .next(Fault.refuse(3));
        assertEquals(OptionalInt.of(2), bench.failure(write(1)).status());
        assertEquals(OptionalInt.of(1), bench.failure(bench.driver().readAll()).status());
        assertEquals(OptionalInt.of(3), bench.failure(write(1)).status());
        assertEquals(Outcome.CONFIRMED, bench.await(write(1)));
    }

    @Test
    void everyThirdAnswerGoesWrongUntilTheyAreCleared() {
        lock.faults().every(3, Fault.unreachable());
        for (int index = 1; index <= 9; index++) {
            CompletableFuture<Outcome> write = write(index);
            bench.time.settle();
            assertEquals(index % 3 == 0, write.isCompletedExceptionally(), "write " + index);
        }
        lock.faults().clear();
        assertEquals(Outcome.CONFIRMED, bench.await(write(9)));
    }

    @Test
    void theNthOfAKindGoesWrongOnce() {
        lock.faults().nth(LockRequest.WRITE_USER, 2, Fault.unreachable());
        assertEquals(Outcome.CONFIRMED, bench.await(write(1)));
        bench.await(bench.driver().readAll());
        assertEquals(Reason.UNREACHABLE, bench.failure(write(2)).reason());
        assertEquals(Outcome.CONFIRMED, bench.await(write(2)));
    }

    @Test
    void whatIsAskedIsCountedByKind() {
        bench.await(bench.driver().capabilities());
        bench.await(bench.driver().capabilities());
        bench.addUser(1, "Ann");
        lock.faults().next(Fault.loseAnswerBefore());
        bench.failure(bench.driver().readAll());
        assertEquals(1, lock.traffic().of(LockRequest.READ_CAPABILITIES));
        assertEquals(1, lock.traffic().of(LockRequest.READ_ALL));
        assertEquals(1, lock.traffic().writes());
        assertEquals(3, lock.traffic().total());
        lock.traffic().reset();
        assertEquals(0, lock.traffic().total());
    }

    private CompletableFuture<Outcome> write(int index) {
        return bench.driver().writeUser(WriteMode.ADD, Bench.wanted(User.general(index, Optional.of("User " + index))));
    }
}
