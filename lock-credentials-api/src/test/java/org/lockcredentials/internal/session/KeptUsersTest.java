package org.lockcredentials.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Capabilities.Enabling;
import org.lockcredentials.Capabilities.ReadBack;
import org.lockcredentials.Leftover;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.simulation.Fault;
import org.lockcredentials.simulation.LockRequest;
import org.lockcredentials.simulation.SimulatedLock;
import org.lockcredentials.simulation.SimulatedLockBuilder;

/** What the SDK keeps of users beside the lock: those without a code yet, those who are disabled, and their codes. */
class KeptUsersTest {

    private static final Secret CODE = Secret.of("4711");
    private static final Schedule FAR_OFF = new Schedule.YearDay(
            LocalDateTime.of(2040, 1, 1, 0, 0), LocalDateTime.of(2040, 1, 2, 0, 0), ZoneOffset.UTC);

    @ParameterizedTest
    @EnumSource(ReadBack.class)
    void aUserWhoseFirstCodeMayBeThereIsDeletedFromTheLock(ReadBack shown) {
        SimulatedLock lock = SimulatedLock.userCode("1", "door").readBack(shown).build();
        Door door = new Door(lock);
        door.get(door.session().users().set(UserUpdate.builder().name("Bob").build()));
        lock.faults().next(LockRequest.WRITE_CREDENTIAL, Fault.loseAnswerAfter());
        door.failure(door.session().credentials().set(1, NewCredential.pin(CODE)));
        Door later = door.restarted();
        assertEquals(
                Outcome.CONFIRMED, later.get(later.session().users().delete(1)).outcome());
        assertFalse(lock.enterCode(CODE));
        assertEquals(List.of(), later.get(later.session().users().list()));
    }

    @Test
    void aFirstCodeWhoseAnswerWasLostIsFoundByTheRetry() {
        SimulatedLock lock = SimulatedLock.userCode("1", "door").build();
        for (Fault fault : List.of(Fault.loseAnswerAfter(), Fault.loseAnswerBefore(), Fault.refuse(7))) {
            Door door = new Door(lock);
            door.get(door.session().users().set(UserUpdate.builder().name("Bob").build()));
            lock.faults().next(LockRequest.WRITE_CREDENTIAL, fault);
            door.failure(door.session().credentials().set(1, NewCredential.pin(CODE)));
            assertEquals(
                    Outcome.CONFIRMED,
                    door.get(door.session().credentials().set(1, NewCredential.pin(CODE)))
                            .outcome());
            assertTrue(lock.enterCode(CODE));
            assertEquals(1, door.get(door.session().users().list()).size());
            door.get(door.session().users().delete(1));
        }
    }

    @Test
    void aStrangersCodeIsNotTakenForAFirstOne() {
        SimulatedLock lock = SimulatedLock.userCode("1", "door").build();
        Door door = new Door(lock);
        door.get(door.session().users().set(UserUpdate.builder().name("Bob").build()));
        lock.faults().next(LockRequest.WRITE_CREDENTIAL, Fault.loseAnswerBefore());
        door.failure(door.session().credentials().set(1, NewCredential.pin(CODE)));
        lock.menu().addCredential(1, Bench.pin(1), Secret.of("8888"));
        assertEquals(
                Reason.OCCUPIED,
                door.failure(door.session().credentials().set(1, NewCredential.pin(CODE)))
                        .reason());
        assertTrue(lock.enterCode(Secret.of("8888")));
    }

    private static SimulatedLockBuilder emulated() {
        return SimulatedLock.userCode("1", "door")
                .schedules(ScheduleKind.YEAR_DAY, 2)
                .enabling(Enabling.EMULATED);
    }

    private static AccessRequest byHours() {
        return AccessRequest.builder(Door.ANN)
                .name("Ann")
                .pin(CODE)
                .schedule(FAR_OFF)
                .build();
    }

    @Test
    void whoIsEnabledAgainHasTheHoursOfBefore() {
        SimulatedLock lock = emulated().build();
        Door door = new Door(lock);
        door.get(door.access().add(byHours()));
        door.get(door.session().users().setEnabled(1, false));
        Door later = door.restarted();
        later.get(later.session().users().setEnabled(1, true));
        assertFalse(lock.enterCode(CODE));
        assertEquals(List.of(FAR_OFF), later.get(later.session().schedules().list(1)));
    }

    @Test
    void nobodyIsEnabledWithoutTheHoursOfBefore() {
        for (Fault fault : List.of(Fault.loseAnswerBefore(), Fault.refuse(7))) {
            SimulatedLock lock = emulated().build();
            Door door = new Door(lock);
            door.get(door.access().add(byHours()));
            door.get(door.session().users().setEnabled(1, false));
            lock.faults().next(LockRequest.WRITE_SCHEDULES, fault);
            LockCredentialException failure =
                    door.failure(door.session().users().setEnabled(1, true));
            assertEquals(List.<Leftover>of(), failure.leftovers());
            assertFalse(lock.enterCode(CODE));
            door.get(door.session().users().setEnabled(1, true));
            assertEquals(List.of(FAR_OFF), door.get(door.session().schedules().list(1)));
        }
    }

    @Test
    void nobodyIsDisabledWhoseHoursCannotBeRead() {
        SimulatedLock lock = emulated().build();
        Door door = new Door(lock);
        door.get(door.access().add(byHours()));
        lock.faults().next(LockRequest.READ_SCHEDULES, Fault.refuse(7));
        assertEquals(
                Reason.REJECTED,
                door.failure(door.session().users().setEnabled(1, false)).reason());
        assertTrue(door.get(door.session().users().get(1)).orElseThrow().enabled());
        assertEquals(List.of(FAR_OFF), door.get(door.session().schedules().list(1)));
    }

    /** Killed at any write to the store: no code is left of a user who is enabled or gone. */
    @Test
    void noCodeStaysInTheStoreWithoutADisabledUser() {
        for (int write = 1; write < 8; write++) {
            for (boolean enabling : List.of(true, false)) {
                SimulatedLock lock = emulated().build();
                Door door = new Door(lock);
                door.get(door.access().add(Door.ann("Ann", "4711")));
                door.get(door.session().users().setEnabled(1, false));
                int[] left = {write};
                door.store.beforeWrite(() -> {
                    if (left[0]-- <= 1) {
                        throw new IllegalStateException("the process is gone");
                    }
                });
                if (enabling) {
                    door.session().users().setEnabled(1, true);
                } else {
                    door.session().users().delete(1);
                }
                door.time.advance(Bench.TIMEOUT);
                door.store.beforeWrite(() -> {});
                Door later = door.restarted();
                boolean off = later.store.keys("locks").stream()
                        .filter(key -> key.endsWith("users/1"))
                        .anyMatch(key -> new String(later.store.read(key).orElseThrow()).contains("state DISABLED"));
                boolean codes = later.store.keys("locks").stream().anyMatch(key -> key.contains("/codes/"));
                assertTrue(off || !codes, "killed at write " + write + (enabling ? " of enabling" : " of deleting"));
            }
        }
    }

    static java.util.stream.Stream<SimulatedLock> locks() {
        return AccessOverLossTest.locks();
    }

    /** The lock did it, or not, and the store refuses: whatever opens, a key leads to it, and the key can be removed. */
    @ParameterizedTest
    @MethodSource("locks")
    void aStoreThatFailsIsNoRefusalOfTheLock(SimulatedLock lock) {
        int failed = 0;
        for (int write = 1; write < 8; write++) {
            Door door = new Door(lock);
            int[] left = {write};
            door.store.beforeWrite(() -> {
                if (left[0]-- == 1) {
                    throw new LockCredentialException(Reason.REJECTED, "the disk is full");
                }
            });
            var adding = door.access().add(Door.ann("Ann", "4711"));
            door.time.advance(Bench.TIMEOUT);
            door.store.beforeWrite(() -> {});
            boolean listed = !door.get(door.access().list()).isEmpty();
            failed += adding.isCompletedExceptionally() ? 1 : 0;
            assertTrue(listed || !lock.enterCode(CODE), "forgotten at write " + write);
            Door later = door.restarted();
            later.get(later.access().add(Door.ann("Ann", "4711")));
            assertTrue(lock.enterCode(CODE));
            later.get(later.access().remove(Door.ANN));
            assertFalse(lock.enterCode(CODE));
        }
        assertTrue(failed >= 2, "the store failed " + failed + " times");
    }
}
