package org.lockcredentials.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.Door;
import org.lockcredentials.Finding;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockInfo;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.schedule.Schedule;

/**
 * One lock, as its protocol has it: single questions and single writes, each one done as told and nothing besides.
 *
 * <p>The manager calls one method at a time for each lock and waits for its end; checks by capability, places, compensation and retries are the
 * manager's. Every future fails with a {@link LockCredentialException}: UNREACHABLE (certain that nothing was done), TIMEOUT (the answer is lost, it may
 * have been done), OCCUPIED, NOT_FOUND, DUPLICATE, FULL, FOREIGN_OWNER, REJECTED (the lock's words, with its raw status), SECURITY, CLOSED. A write
 * completes with CONFIRMED when the lock said so or the driver read it back, UNVERIFIED when neither was possible, NO_CHANGE when the
 * lock said that it was so already. What a lock does not have fails with UNSUPPORTED.
 */
public interface LockDriver {

    /** Who it is, with the device's own name and without the host's tags. */
    LockInfo info();

    /** What it can do; after the first time without asking the lock. */
    CompletableFuture<Capabilities> capabilities();

    /**
     * What this lock cannot hold of a user and of schedules, beyond what {@link #capabilities} tell and their caller has looked at: how long a name
     * is in the lock's own units, in which alphabet, which times its clock can express. Asks the lock nothing and sends nothing.
     *
     * @param user what is asked for; a field that is left out is not looked at
     * @return all there is to say against it, INVALID or UNSUPPORTED; empty if nothing is, or if the lock is not known yet
     */
    default List<Finding> objections(UserUpdate user, List<Schedule> schedules) {
        return List.of();
    }

    /** Reads all users and credentials, at the cost of what is occupied where the protocol allows that. */
    CompletableFuture<LockContents> readAll();

    /** A number that changes whenever users or credentials do, at the cost of one question; empty on a lock without one. */
    default CompletableFuture<OptionalLong> checksum() {
        return CompletableFuture.completedFuture(OptionalLong.empty());
    }

    /**
     * What {@link #checksum} is if nothing changed since {@link #readAll} but what this driver wrote itself; empty if that cannot be told.
     * Asks the lock nothing.
     */
    default CompletableFuture<OptionalLong> expectedChecksum() {
        return CompletableFuture.completedFuture(OptionalLong.empty());
    }

    /** Reads one user with credentials. */
    CompletableFuture<UserState> readUser(int index);

    /** Reads whether a slot is taken, and by whom. */
    CompletableFuture<SlotState> readCredential(Credential place);

    /**
     * True if the lock holds just this code there, false if another or none; empty if it does not tell. Costs at most one question.
     */
    CompletableFuture<Optional<Boolean>> holds(CredentialWrite credential);

    /**
     * The code itself, on a lock that shows it ({@link Capabilities.ReadBack#DATA}); empty if nothing is there or what came back may be masked. The
     * caller wipes it. Asked only to take a code off a lock that has no other way to disable it.
     */
    default CompletableFuture<Optional<Secret>> reveal(Credential place) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    CompletableFuture<Outcome> writeUser(WriteMode mode, UserWrite user);

    /** Sets the user's state without touching anything else, on a lock whose {@link Capabilities.Enabling} is NATIVE. */
    CompletableFuture<Outcome> setEnabled(int userIndex, boolean enabled);

    /** Deletes the user with all credentials and schedules. */
    CompletableFuture<Outcome> deleteUser(int index);

    CompletableFuture<Outcome> deleteAllUsers();

    CompletableFuture<Outcome> writeCredential(WriteMode mode, CredentialWrite credential);

    CompletableFuture<Outcome> deleteCredential(int userIndex, Credential place);

    /** Starts enrolling and completes when the lock says that it ended well. Steps are told as events. */
    default CompletableFuture<Outcome> learn(int userIndex, Credential place, Duration patience) {
        return unsupported("learning a credential");
    }

    /** Calls off learning: the one method that may be called while another, {@link #learn}, has not ended. */
    default CompletableFuture<Outcome> cancelLearning() {
        return unsupported("learning a credential");
    }

    default CompletableFuture<Outcome> assign(Credential place, int userIndex) {
        return unsupported("handing a credential to another user");
    }

    /** Reads whether the lock's own menu has a code. */
    default CompletableFuture<Occupancy> readAdminCode() {
        return unsupported("an admin code");
    }

    /** Sets the code of the lock's own menu; empty takes it away. */
    default CompletableFuture<Outcome> writeAdminCode(Optional<Secret> code) {
        return unsupported("an admin code");
    }

    default CompletableFuture<List<Schedule>> readSchedules(int userIndex) {
        return unsupported("schedules");
    }

    /** Makes these the user's schedules in place of those before. */
    default CompletableFuture<Outcome> writeSchedules(int userIndex, List<Schedule> schedules) {
        return unsupported("schedules");
    }

    default CompletableFuture<Door.State> doorState() {
        return unsupported("operating the bolt");
    }

    /** Moves the bolt. */
    default CompletableFuture<Outcome> operate(DoorCommand command, Optional<Secret> code) {
        return unsupported("operating the bolt");
    }

    private static <T> CompletableFuture<T> unsupported(String what) {
        return CompletableFuture.failedFuture(
                new LockCredentialException(Reason.UNSUPPORTED, "this lock does not offer " + what));
    }

    /** What the bolt should do. */
    sealed interface DoorCommand {

        record Lock() implements DoorCommand {}

        record Unlock() implements DoorCommand {}

        /** Unlocks without unlatching, on a lock with {@link Capabilities.Feature#UNBOLTING}. */
        record Unbolt() implements DoorCommand {}

        /** Unlocks, and locks again after a time. */
        record UnlockFor(Duration time) implements DoorCommand {}
    }
}
