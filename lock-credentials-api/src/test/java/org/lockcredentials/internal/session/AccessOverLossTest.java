package org.lockcredentials.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lockcredentials.AccessGrant;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Capabilities.ReadBack;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Leftover;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.simulation.Fault;
import org.lockcredentials.simulation.LockRequest;
import org.lockcredentials.simulation.SimulatedLock;
import org.lockcredentials.simulation.Trait;

/** What keys lead to when answers are lost, parts are refused, and somebody changes the lock at its keypad; told by who gets in. */
class AccessOverLossTest {

    private static final Schedule FAR_OFF = new Schedule.YearDay(
            LocalDateTime.of(2040, 1, 1, 0, 0), LocalDateTime.of(2040, 1, 2, 0, 0), ZoneOffset.UTC);

    static Stream<SimulatedLock> locksWithNames() {
        return Stream.of(
                SimulatedLock.strictMatter("1", "door").build(),
                SimulatedLock.userCredential("1", "door").build(),
                SimulatedLock.userCredential("1", "door")
                        .readBack(ReadBack.PRESENCE)
                        .build());
    }

    static Stream<SimulatedLock> locks() {
        return Stream.concat(
                locksWithNames(),
                Stream.of(
                        SimulatedLock.userCode("1", "door").build(),
                        SimulatedLock.userCode("1", "door")
                                .readBack(ReadBack.MASKED)
                                .build(),
                        SimulatedLock.userCredential("1", "door").users(50, 0).build()));
    }

    static Stream<SimulatedLock> locksWithSchedules() {
        return Stream.concat(
                locksWithNames(),
                Stream.of(SimulatedLock.userCode("1", "door")
                        .schedules(ScheduleKind.YEAR_DAY, 2)
                        .build()));
    }

    /** Whoever renamed the user: if the lock does not show whether the code is still ours, the key leads there still. */
    @Test
    void aKeyIsNotForgottenOverAnotherNameWhileItsCodeMayOpen() {
        SimulatedLock lock = SimulatedLock.userCredential("1", "door")
                .readBack(ReadBack.PRESENCE)
                .build();
        Door door = new Door(lock);
        door.get(door.access().add(Door.ann("Ann", "4711")));
        lock.menu().changeUser(User.general(1, Optional.of("Anna")));
        assertEquals(
                Reason.OCCUPIED,
                door.failure(door.access().add(Door.ann("Ann", "4711"))).reason());
        assertEquals(
                Reason.OCCUPIED, door.failure(door.access().remove(Door.ANN)).reason());
        assertEquals(AccessGrant.State.ACTIVE, door.grant(Door.ANN).state());
        lock.menu().changeUser(User.general(1, Optional.of("Ann")));
        door.get(door.access().remove(Door.ANN));
        assertFalse(lock.enterCode(Secret.of("4711")));
    }

    @Test
    void aKeyWhoseUserWasRenamedIsFoundByItsCode() {
        SimulatedLock lock = SimulatedLock.userCredential("1", "door").build();
        Door door = new Door(lock);
        door.get(door.access().add(Door.ann("Ann", "4711")));
        lock.menu().changeUser(User.general(1, Optional.of("Anna")));
        assertEquals(
                Outcome.NO_CHANGE,
                door.get(door.access().add(Door.ann("Ann", "4711"))).outcome());
        door.get(door.access().remove(Door.ANN));
        assertFalse(lock.enterCode(Secret.of("4711")));
    }

    /** No code opens out of its hours, whatever became of the answer about them; a retry ends with both. */
    @ParameterizedTest
    @MethodSource("locksWithSchedules")
    void noCodeOpensBeforeItsSchedulesAreThere(SimulatedLock lock) {
        for (Fault fault : List.of(Fault.loseAnswerBefore(), Fault.loseAnswerAfter(), Fault.refuse(7))) {
            Door door = new Door(lock);
            AccessRequest request = AccessRequest.builder(Door.ANN)
                    .name("Ann")
                    .pin(Secret.of("4711"))
                    .schedule(FAR_OFF)
                    .build();
            lock.faults().next(LockRequest.WRITE_SCHEDULES, fault);
            door.failure(door.access().add(request));
            assertFalse(lock.enterCode(Secret.of("4711")), () -> "after " + fault);
            Receipt receipt = door.get(door.access().add(request));
            assertFalse(lock.enterCode(Secret.of("4711")), () -> "after " + fault);
            assertEquals(
                    List.of(FAR_OFF),
                    door.get(door.session().schedules().list(receipt.userIndex().getAsInt())));
            door.get(door.access().remove(Door.ANN));
        }
    }

    @ParameterizedTest
    @MethodSource("locksWithNames")
    void noNewCodeOpensBeforeItsSchedulesAreThere(SimulatedLock lock) {
        Door door = new Door(lock);
        door.get(door.access().add(Door.ann("Ann", "4711")));
        lock.faults().next(LockRequest.WRITE_SCHEDULES, Fault.loseAnswerBefore());
        AccessRequest change = AccessRequest.builder(Door.ANN)
                .name("Ann")
                .pin(Secret.of("4712"))
                .schedule(FAR_OFF)
                .build();
        door.failure(door.access().change(change));
        assertFalse(lock.enterCode(Secret.of("4712")));
        door.get(door.access().change(change));
        assertFalse(lock.enterCode(Secret.of("4712")));
    }

    /** Where a code comes before its schedules and cannot be taken off again, the host is told of it. */
    @Test
    void aCodeThatMayOpenAtAllHoursIsTold() {
        SimulatedLock lock = SimulatedLock.userCode("1", "door")
                .schedules(ScheduleKind.YEAR_DAY, 2)
                .build();
        Door door = new Door(lock);
        lock.faults().next(LockRequest.WRITE_SCHEDULES, Fault.loseAnswerBefore());
        lock.faults().next(LockRequest.DELETE_USER, Fault.refuse(7));
        LockCredentialException failure = door.failure(door.access()
                .add(AccessRequest.builder(Door.ANN)
                        .pin(Secret.of("4711"))
                        .schedule(FAR_OFF)
                        .build()));
        assertEquals(Reason.TIMEOUT, failure.reason());
        assertEquals(
                List.of(new Leftover.LeftUser(1), new Leftover.LeftCredential(1, Bench.pin(1))), failure.leftovers());
        assertEquals(AccessGrant.State.UNFINISHED, door.grant(Door.ANN).state());
    }

    /** The lock may never tell whether it did it: what was ours when the removal began is removed again. */
    @ParameterizedTest
    @MethodSource("locks")
    void aRemovalOfWhichNothingWasHeardCanBeRepeated(SimulatedLock lock) {
        for (Fault fault : List.of(Fault.never(), Fault.loseAnswerBefore(), Fault.loseAnswerAfter())) {
            Door door = new Door(lock);
            door.get(door.access().add(Door.ann("Ann", "4711")));
            lock.faults().next(LockRequest.DELETE_USER, fault);
            // The first question comes before the deletion; those after it are asked in vain.
            for (int time = 0; time < 3; time++) {
                lock.faults().nth(LockRequest.READ_USER, 2, Fault.unreachable());
            }
            door.failure(door.access().remove(Door.ANN));
            lock.faults().clear();
            Door later = door.restarted();
            later.get(later.access().remove(Door.ANN));
            assertFalse(lock.enterCode(Secret.of("4711")));
            assertEquals(List.of(), later.get(later.access().list()));
        }
    }

    @ParameterizedTest
    @MethodSource("locks")
    void aRemovalOfWhichNothingWasHeardIsUndoneByAddingAgain(SimulatedLock lock) {
        Door door = new Door(lock);
        door.get(door.access().add(Door.ann("Ann", "4711")));
        lock.faults().next(LockRequest.DELETE_USER, Fault.never());
        door.failure(door.access().remove(Door.ANN));
        door.get(door.access().add(Door.ann("Ann", "4711")));
        assertTrue(lock.enterCode(Secret.of("4711")));
        assertEquals(AccessGrant.State.ACTIVE, door.grant(Door.ANN).state());
        assertEquals(1, door.get(door.session().users().list()).size());
    }

    @Test
    void whatWorkedBeforeWorksAfterAPartWasRefused() {
        SimulatedLock lock = SimulatedLock.userCredential("1", "door").build();
        Door door = new Door(lock);
        AccessRequest request = AccessRequest.builder(Door.ANN)
                .name("Ann")
                .pin(Secret.of("4711"))
                .credential(NewCredential.of(CredentialType.RFID, Secret.of("ABCD1234")))
                .credential(NewCredential.of(CredentialType.PASSWORD, Secret.of("secret-1")))
                .build();
        door.get(door.access().add(request));
        lock.menu().deleteCredential(1, new Credential(CredentialType.RFID, 1));
        lock.menu().deleteCredential(1, new Credential(CredentialType.PASSWORD, 1));
        lock.faults().nth(LockRequest.WRITE_CREDENTIAL, 2, Fault.refuse(9));
        assertEquals(Reason.REJECTED, door.failure(door.access().add(request)).reason());
        assertTrue(lock.enterCode(Secret.of("4711")));
        assertEquals(
                List.of(Bench.pin(1)),
                door.get(door.session().users().get(1)).orElseThrow().credentials());
        assertEquals(AccessGrant.State.ACTIVE, door.grant(Door.ANN).state());
        assertEquals(3, door.grant(Door.ANN).credentials().size());
        door.get(door.access().add(request));
        assertEquals(
                3,
                door.get(door.session().users().get(1))
                        .orElseThrow()
                        .credentials()
                        .size());
    }

    @ParameterizedTest
    @MethodSource("locksWithNames")
    void finishingWithAnotherNameLeavesTheKeyAndTheLockAgreed(SimulatedLock lock) {
        for (Optional<String> other : List.of(Optional.of("Anna"), Optional.<String>empty())) {
            Door door = new Door(lock);
            lock.faults().next(LockRequest.WRITE_CREDENTIAL, Fault.loseAnswerAfter());
            door.failure(door.access().add(Door.ann("Ann", "4711")));
            UserUpdate.Builder user = UserUpdate.builder();
            other.ifPresent(user::name);
            AccessRequest.Builder finish =
                    AccessRequest.builder(Door.ANN).user(user.build()).pin(Secret.of("4711"));
            int index =
                    door.get(door.access().change(finish.build())).userIndex().getAsInt();
            assertEquals(
                    Optional.of(other.orElse("Ann")),
                    door.get(door.session().users().get(index)).orElseThrow().name());
            assertTrue(lock.enterCode(Secret.of("4711")));
            door.get(door.access().remove(Door.ANN));
            assertFalse(lock.enterCode(Secret.of("4711")));
        }
    }

    @ParameterizedTest
    @MethodSource("locksWithNames")
    void aRenamingOfWhichNothingWasHeardLeavesTheKeyInHand(SimulatedLock lock) {
        for (Fault fault : List.of(Fault.loseAnswerAfter(), Fault.loseAnswerBefore())) {
            Door door = new Door(lock);
            door.get(door.access().add(Door.ann("Ann", "4711")));
            AccessRequest rename = AccessRequest.builder(Door.ANN).name("Anna").build();
            lock.faults().next(LockRequest.WRITE_USER, fault);
            door.failure(door.access().change(rename));
            Door later = door.restarted();
            later.get(later.access().change(rename));
            assertEquals(
                    Outcome.NO_CHANGE,
                    later.get(later.access().add(Door.ann("Anna", "4711"))).outcome());
            later.get(later.access().remove(Door.ANN));
            assertFalse(lock.enterCode(Secret.of("4711")));
        }
    }

    @Test
    void aKeptUserAndAKeyThatLeadsNowhereDoNotShareAnIndex() {
        SimulatedLock lock = SimulatedLock.userCode("1", "door").build();
        Door door = new Door(lock);
        door.get(door.access().add(Door.ann("Ann", "4711")));
        lock.menu().deleteUser(1);
        int bob = door.get(door.session()
                        .users()
                        .set(UserUpdate.builder().name("Bob").build()))
                .userIndex()
                .getAsInt();
        door.get(door.access().add(Door.ann("Ann", "4711")));
        door.get(door.session().credentials().set(bob, NewCredential.pin(Secret.of("9999"))));
        assertTrue(lock.enterCode(Secret.of("4711")));
        assertTrue(lock.enterCode(Secret.of("9999")));
        assertEquals(List.of(), lock.audit().replacements());
    }

    @Test
    void removingAKeyThatLeadsNowhereLeavesTheUserWhoGotItsIndex() {
        SimulatedLock lock = SimulatedLock.userCode("1", "door").build();
        Door door = new Door(lock);
        door.get(door.access().add(Door.ann("Ann", "4711")));
        lock.menu().deleteUser(1);
        door.get(door.session().users().set(UserUpdate.builder().name("Bob").build()));
        assertEquals(Outcome.NO_CHANGE, door.get(door.access().remove(Door.ANN)).outcome());
        assertEquals(
                List.of(Optional.of("Bob")),
                door.get(door.session().users().list()).stream().map(User::name).toList());
    }

    @ParameterizedTest
    @MethodSource("locks")
    void aKeyThatLeadsNowhereHasNoPartInAnUnfinishedOneAtItsIndex(SimulatedLock lock) {
        for (LockRequest lost : List.of(LockRequest.WRITE_CREDENTIAL, LockRequest.WRITE_USER)) {
            for (Fault fault : List.of(Fault.loseAnswerAfter(), Fault.loseAnswerBefore())) {
                Door door = new Door(lock);
                AccessRequest bob = Door.access(Door.BOB, "Guest", "9999");
                int index = door.get(door.access().add(Door.ann("Guest", "4711")))
                        .userIndex()
                        .getAsInt();
                lock.menu().deleteUser(index);
                lock.faults().next(lost, fault);
                door.access().add(bob);
                door.time.advance(Bench.TIMEOUT);
                lock.faults().clear();
                door.get(door.access().add(Door.ann("Guest", "4711")));
                door.get(door.access().add(bob));
                assertTrue(lock.enterCode(Secret.of("4711")), () -> lost + " " + fault);
                assertTrue(lock.enterCode(Secret.of("9999")), () -> lost + " " + fault);
                assertTrue(
                        door.grant(Door.ANN).userIndex() != door.grant(Door.BOB).userIndex());
                door.get(door.access().remove(Door.ANN));
                assertTrue(lock.enterCode(Secret.of("9999")), () -> lost + " " + fault);
                door.get(door.access().remove(Door.BOB));
            }
        }
    }

    /** The first code may be where the lock shows nothing: who is told that all is removed must be told of that. */
    @Test
    void aCodeThatAnEarlierAttemptMayHaveLeftIsToldOnRemoval() {
        SimulatedLock lock =
                SimulatedLock.userCode("1", "door").readBack(ReadBack.MASKED).build();
        Door door = new Door(lock);
        lock.faults().next(LockRequest.WRITE_CREDENTIAL, Fault.loseAnswerAfter());
        door.failure(door.access().add(Door.ann("Ann", "4711")));
        door.get(door.access().add(Door.ann("Ann", "4712")));
        Door later = door.restarted();
        LockCredentialException removed = later.failure(later.access().remove(Door.ANN));
        assertEquals(List.of(new Leftover.LeftCredential(1, Bench.pin(1))), removed.leftovers());
        assertFalse(lock.enterCode(Secret.of("4712")));
        assertTrue(lock.enterCode(Secret.of("4711")));
    }

    @Test
    void nothingIsToldOfAPlaceThatIsFreeByThen() {
        SimulatedLock lock =
                SimulatedLock.userCode("1", "door").readBack(ReadBack.MASKED).build();
        Door door = new Door(lock);
        lock.faults().next(LockRequest.WRITE_CREDENTIAL, Fault.loseAnswerAfter());
        door.failure(door.access().add(Door.ann("Ann", "4711")));
        door.get(door.access().add(Door.ann("Ann", "4712")));
        door.get(door.session().users().delete(1));
        door.get(door.access().add(Door.access(Door.BOB, "Bob", "9999")));
        door.get(door.access().remove(Door.ANN));
        assertEquals(1, door.grant(Door.BOB).userIndex());
        assertTrue(lock.enterCode(Secret.of("9999")));
    }

    static Stream<SimulatedLock> locksThatTakeACodeForADuplicateOfItself() {
        return Stream.of(ReadBack.PRESENCE, ReadBack.DATA, ReadBack.MASKED)
                .flatMap(shown -> Stream.of(
                        SimulatedLock.strictMatter("1", "door").readBack(shown),
                        SimulatedLock.userCode("1", "door").readBack(shown)))
                .map(lock -> lock.traits(Trait.DUPLICATE_OF_ITSELF).build());
    }

    @ParameterizedTest
    @MethodSource("locksThatTakeACodeForADuplicateOfItself")
    void aLostAddIsFinishedWhereTheLockCallsTheCodeADuplicateOfItself(SimulatedLock lock) {
        Door door = new Door(lock);
        lock.faults().next(LockRequest.WRITE_CREDENTIAL, Fault.loseAnswerAfter());
        door.failure(door.access().add(Door.ann("Ann", "4711")));
        Door later = door.restarted();
        later.get(later.access().add(Door.ann("Ann", "4711")));
        assertTrue(lock.enterCode(Secret.of("4711")));
        assertEquals(AccessGrant.State.ACTIVE, later.grant(Door.ANN).state());
        later.get(later.access().remove(Door.ANN));
        assertFalse(lock.enterCode(Secret.of("4711")));
    }

    /** The code of the first attempt is at its place, and the one of the second is somebody else's: that is no finished key. */
    @ParameterizedTest
    @MethodSource("locksWithNames")
    void aCodeOfSomebodyElseIsNoDuplicateOfItself(SimulatedLock lock) {
        Door door = new Door(lock);
        door.get(door.access().add(Door.access(Door.BOB, "Bob", "9999")));
        lock.faults().next(LockRequest.WRITE_CREDENTIAL, Fault.loseAnswerAfter());
        door.failure(door.access().add(Door.ann("Ann", "4711")));
        Door later = door.restarted();
        LockCredentialException refused = later.failure(later.access().add(Door.ann("Ann", "9999")));
        assertEquals(Reason.DUPLICATE, refused.reason());
        assertTrue(lock.enterCode(Secret.of("9999")));
        assertFalse(lock.enterCode(Secret.of("4711")));
        assertEquals(1, later.get(later.access().list()).size());
    }
}
