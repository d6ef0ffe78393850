package org.lockcredentials.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.UserState;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.testing.Pins;

final class StrictRulesTest {

    private static final Credential FIRST = new Credential(CredentialType.PIN, 1);

    private final SimulatedLock lock =
            SimulatedLock.userCredential("1", "Front door").build();
    private final Bench bench = Bench.of(lock);

    @Test
    void addingNeverReplacesAndModifyingNeverAdds() {
        assertEquals(Reason.NOT_FOUND, refused(WriteMode.MODIFY, 1));
        bench.addUser(1, "Ann");
        assertEquals(Reason.OCCUPIED, refused(WriteMode.ADD, 1));
        assertEquals(Reason.REJECTED, refused(WriteMode.ADD, 51));
    }

    @Test
    void aCredentialNeedsItsUserItsPlaceAndItsForm() {
        assertEquals(Reason.NOT_FOUND, refusedPin(WriteMode.ADD, 1, 1, Pins.secret()));
        bench.addUser(1, "Ann");
        bench.addUser(2, "Ben");
        assertEquals(Reason.NOT_FOUND, refusedPin(WriteMode.MODIFY, 1, 1, Pins.secret()));
        assertEquals(Reason.REJECTED, refusedPin(WriteMode.ADD, 1, 101, Pins.secret()));
        assertEquals(Reason.REJECTED, refusedPin(WriteMode.ADD, 1, 1, Secret.of("123")));
        assertEquals(Reason.REJECTED, refusedPin(WriteMode.ADD, 1, 1, Secret.of("12a4")));
        bench.addPin(1, 1, Pins.secret());
        assertEquals(Reason.OCCUPIED, refusedPin(WriteMode.ADD, 2, 1, Pins.secret()));
        assertEquals(Reason.OCCUPIED, refusedPin(WriteMode.MODIFY, 2, 1, Pins.secret()));
        assertEquals(1, lock.truth().get(0).codes().size());
    }

    @Test
    void aUserHasNoMoreCredentialsThanTheLockAllows() {
        bench.addUser(1, "Ann");
        for (int slot = 1; slot <= 5; slot++) {
            bench.addPin(1, slot, Pins.secret());
        }
        assertEquals(Reason.FULL, refusedPin(WriteMode.ADD, 1, 6, Pins.secret()));
    }

    @Test
    void aCodeIsHeldOnceAndTheRefusalDoesNotSayByWhom() {
        Secret pin = Pins.secret();
        bench.addUser(1, "Ann");
        bench.addUser(2, "Ben");
        bench.addPin(1, 1, pin);
        LockCredentialException refused =
                bench.failure(bench.driver().writeCredential(WriteMode.ADD, Bench.pin(2, 2, pin)));
        assertEquals(Reason.DUPLICATE, refused.reason());
        assertFalse(refused.getMessage().matches(".*(\\d|Ann).*"), refused.getMessage());
        Outcome again = bench.await(bench.driver().writeCredential(WriteMode.MODIFY, Bench.pin(1, 1, pin)));
        assertEquals(Outcome.NO_CHANGE, again);
    }

    @Test
    void theAdminCodeIsACodeLikeOthers() {
        Secret pin = Pins.secret();
        bench.addUser(1, "Ann");
        assertEquals(Outcome.CONFIRMED, bench.await(bench.driver().writeAdminCode(Optional.of(pin))));
        assertEquals(Outcome.NO_CHANGE, bench.await(bench.driver().writeAdminCode(Optional.of(pin))));
        assertEquals(Reason.DUPLICATE, refusedPin(WriteMode.ADD, 1, 1, pin));
        assertEquals(Outcome.CONFIRMED, bench.await(bench.driver().writeAdminCode(Optional.empty())));
        bench.addPin(1, 1, pin);
        assertEquals(
                Reason.DUPLICATE,
                bench.failure(bench.driver().writeAdminCode(Optional.of(pin))).reason());
    }

    @Test
    void whatWasWrittenIsReadAsItIs() {
        Secret pin = Secret.of(Pins.nextWithLeadingZero());
        bench.addUser(3, "Ann");
        bench.addPin(3, 7, pin);
        Credential place = new Credential(CredentialType.PIN, 7);
        LockContents all = bench.await(bench.driver().readAll());
        assertEquals(List.of(place), all.users().get(0).credentials());
        assertEquals(Optional.of("Ann"), all.users().get(0).name());
        assertEquals(Optional.of("sdk"), all.users().get(0).creator());
        assertEquals(SlotState.occupied(place, 3), bench.await(bench.driver().readCredential(place)));
        assertEquals(SlotState.free(FIRST), bench.await(bench.driver().readCredential(FIRST)));
        assertEquals(UserState.free(), bench.await(bench.driver().readUser(4)));
        assertEquals(Optional.of(true), bench.await(bench.driver().holds(Bench.pin(3, 7, pin))));
        assertEquals(Optional.of(false), bench.await(bench.driver().holds(Bench.pin(3, 7, Pins.secret()))));
        assertEquals(Optional.of(pin), bench.await(bench.driver().reveal(place)));
    }

    @Test
    void aMaskedCodeIsUnknownAndNeverCompared() {
        SimulatedLock gate = SimulatedLock.userCode("2", "Gate")
                .readBack(Capabilities.ReadBack.MASKED)
                .build();
        Bench there = Bench.of(gate);
        Secret pin = Pins.secret();
        there.addPin(1, 1, pin);
        LockContents all = there.await(there.driver().readAll());
        assertEquals(Set.of(FIRST), all.unknownCredentials());
        assertEquals(
                Occupancy.UNKNOWN,
                there.await(there.driver().readCredential(FIRST)).occupancy());
        assertEquals(Optional.empty(), there.await(there.driver().holds(Bench.pin(1, 1, pin))));
        assertEquals(Optional.empty(), there.await(there.driver().reveal(FIRST)));
    }

    @Test
    void whereSlotsAreUsersNoneIsWithoutACode() {
        SimulatedLock gate = SimulatedLock.userCode("2", "Gate").build();
        Bench there = Bench.of(gate);
        User alone = User.general(1, Optional.empty());
        assertEquals(
                Reason.REJECTED,
                there.failure(there.driver().writeUser(WriteMode.ADD, Bench.wanted(alone)))
                        .reason());
        assertEquals(
                Reason.REJECTED,
                there.failure(there.driver().writeCredential(WriteMode.ADD, Bench.pin(1, 2, Pins.secret())))
                        .reason());
        there.addPin(2, 2, Pins.secret());
        assertEquals(2, gate.truth().get(0).user().index());
        there.await(there.driver().deleteCredential(2, new Credential(CredentialType.PIN, 2)));
        assertTrue(gate.truth().isEmpty());
    }

    @Test
    void anotherAdministratorsUserMayBeDisabledAndDeletedButNotChanged() {
        SimulatedLock strict = SimulatedLock.strictMatter("3", "Shed").build();
        Bench there = Bench.of(strict);
        strict.menu("fabric 2").addUser(User.general(1, Optional.of("Eve")));
        User renamed = User.general(1, Optional.of("Mallory"));
        assertEquals(
                Reason.FOREIGN_OWNER,
                there.failure(there.driver().writeUser(WriteMode.MODIFY, Bench.wanted(renamed)))
                        .reason());
        assertEquals(
                Reason.FOREIGN_OWNER,
                there.failure(there.driver().writeCredential(WriteMode.ADD, Bench.pin(1, 1, Pins.secret())))
                        .reason());
        assertEquals(Outcome.CONFIRMED, there.await(there.driver().setEnabled(1, false)));
        assertEquals(Outcome.CONFIRMED, there.await(there.driver().deleteUser(1)));
    }

    @Test
    void aStrictLockEndsAUserWithTheLastCredential() {
        SimulatedLock strict = SimulatedLock.strictMatter("3", "Shed").build();
        Bench there = Bench.of(strict);
        there.addUser(1, "Ann");
        there.addPin(1, 1, Pins.secret());
        there.await(there.driver().deleteCredential(1, FIRST));
        assertTrue(strict.truth().isEmpty());
    }

    @Test
    void aCredentialIsHandedOver() {
        bench.addUser(1, "Ann");
        bench.addUser(2, "Ben");
        bench.addPin(1, 1, Pins.secret());
        assertEquals(Outcome.CONFIRMED, bench.await(bench.driver().assign(FIRST, 2)));
        assertEquals(Outcome.NO_CHANGE, bench.await(bench.driver().assign(FIRST, 2)));
        assertEquals(
                Reason.NOT_FOUND, bench.failure(bench.driver().assign(FIRST, 3)).reason());
        assertEquals(
                Reason.REJECTED,
                bench.failure(bench.driver().deleteCredential(1, FIRST)).reason());
    }

    @Test
    void theChecksumMovesWithEveryChangeAndOnlyThen() {
        OptionalLong before = bench.await(bench.driver().checksum());
        assertEquals(before, bench.await(bench.driver().checksum()));
        bench.addUser(1, "Ann");
        OptionalLong after = bench.await(bench.driver().checksum());
        assertFalse(before.equals(after));
        lock.menu().deleteUser(1);
        assertFalse(after.equals(bench.await(bench.driver().checksum())));
    }

    @Test
    void learningEndsWhenTheSameFingerWasSeenOftenEnough() {
        bench.addUser(1, "Ann");
        Credential place = new Credential(CredentialType.FINGERPRINT, 1);
        var learning = bench.driver().learn(1, place, Duration.ofSeconds(20));
        bench.time.settle();
        Secret finger = Secret.of(Pins.nextPassword());
        lock.present(CredentialType.FINGERPRINT, finger);
        lock.present(CredentialType.FINGERPRINT, Secret.of(Pins.nextPassword()));
        lock.present(CredentialType.FINGERPRINT, finger);
        assertFalse(learning.isDone());
        lock.present(CredentialType.FINGERPRINT, finger);
        assertEquals(Outcome.CONFIRMED, bench.await(learning));
        List<LockEvent.LearnState> steps = bench.heard(LockEvent.LearnProgress.class).stream()
                .map(LockEvent.LearnProgress::state)
                .toList();
        assertEquals(
                List.of(
                        LockEvent.LearnState.STARTED,
                        LockEvent.LearnState.STEP_DONE,
                        LockEvent.LearnState.STEP_RETRY,
                        LockEvent.LearnState.STEP_DONE,
                        LockEvent.LearnState.LEARNT),
                steps);
        assertTrue(lock.present(CredentialType.FINGERPRINT, finger));
    }

    @Test
    void learningEndsWithoutAFingerByTimeByCallOrByRestart() {
        bench.addUser(1, "Ann");
        Credential place = new Credential(CredentialType.FINGERPRINT, 1);
        var timedOut = bench.driver().learn(1, place, Duration.ofSeconds(20));
        bench.pass(Duration.ofSeconds(20));
        assertEquals(Reason.TIMEOUT, bench.failure(timedOut).reason());
        var calledOff = bench.driver().learn(1, place, Duration.ofSeconds(20));
        bench.time.settle();
        assertEquals(Outcome.CONFIRMED, bench.await(bench.driver().cancelLearning()));
        assertEquals(Reason.REJECTED, bench.failure(calledOff).reason());
        assertEquals(Outcome.NO_CHANGE, bench.await(bench.driver().cancelLearning()));
        var cutOff = bench.driver().learn(1, place, Duration.ofSeconds(20));
        bench.time.settle();
        lock.restart();
        assertEquals(Reason.UNREACHABLE, bench.failure(cutOff).reason());
    }

    private Reason refused(WriteMode mode, int index) {
        User user = User.general(index, Optional.of("Somebody"));
        return bench.failure(bench.driver().writeUser(mode, Bench.wanted(user))).reason();
    }

    private Reason refusedPin(WriteMode mode, int user, int slot, Secret pin) {
        CredentialWrite write = Bench.pin(user, slot, pin);
        return bench.failure(bench.driver().writeCredential(mode, write)).reason();
    }
}
