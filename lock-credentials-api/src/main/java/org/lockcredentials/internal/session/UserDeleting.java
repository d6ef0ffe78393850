package org.lockcredentials.internal.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.User;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.internal.record.AccessEntry;
import org.lockcredentials.internal.record.UserRecord;
import org.lockcredentials.spi.LockDriver;

/** Deletes users: from the lock, from what the SDK keeps of them, and from what keys lead to. */
final class UserDeleting {

    private final LockDesk desk;
    private final Survey survey;
    private final Writes writes;

    UserDeleting(LockDesk desk, Survey survey, Writes writes) {
        this.desk = desk;
        this.survey = survey;
        this.writes = writes;
    }

    CompletableFuture<Outcome> delete(Turn turn, Capabilities capabilities, int index) {
        Optional<UserRecord> record = desk.users().find(index);
        if (record.filter(user -> user.is(UserRecord.State.KEPT)).isPresent()) {
            forget(index);
            return Shape.done(Outcome.CONFIRMED);
        }
        boolean disabled =
                record.filter(user -> user.is(UserRecord.State.DISABLED)).isPresent();
        return deleteOnLock(turn, capabilities, index).thenApply(outcome -> {
            forget(index);
            return disabled ? outcome.and(Outcome.CONFIRMED) : outcome;
        });
    }

    /** Locks call it a success to delete nobody: unless a user is known to be there, it is asked first. */
    private CompletableFuture<Outcome> deleteOnLock(Turn turn, Capabilities capabilities, int index) {
        if (desk.memory().user(index).isPresent()) {
            return writes.deleteUser(turn, index);
        }
        return survey.readUser(turn, capabilities, index)
                .thenCompose(state -> state.occupancy() == Occupancy.FREE
                        ? Shape.done(Outcome.NO_CHANGE)
                        : writes.deleteUser(turn, index));
    }

    CompletableFuture<Outcome> deleteAll(Turn turn, Capabilities capabilities) {
        boolean some = !desk.context().userSlots().protectedSlots().isEmpty()
                || !desk.context().credentialSlots().protectedSlots().isEmpty();
        if (some) {
            return survey.users(turn, capabilities).thenCompose(users -> deleteEach(turn, capabilities, users));
        }
        return turn.tell(LockDriver::deleteAllUsers).thenApply(outcome -> {
            desk.memory().allGone();
            // With all users, every code is gone, wherever it may have been left.
            desk.journal().all().stream()
                    .filter(entry -> !entry.is(AccessEntry.State.ADDING))
                    .forEach(entry -> desk.userIsGone(entry.withSuspects(List.of())));
            desk.users().all().forEach(user -> forget(user.index()));
            return outcome;
        });
    }

    // A lock told to delete all of them would not spare those that the host protects.
    private CompletableFuture<Outcome> deleteEach(Turn turn, Capabilities capabilities, List<User> users) {
        CompletableFuture<Outcome> outcome = Shape.done(Outcome.NO_CHANGE);
        for (User user : users) {
            boolean apart = new Validation(capabilities, desk.context())
                            .writableUser(user.index())
                            .refusal()
                            .isPresent()
                    || user.credentials().stream()
                            .anyMatch(place -> desk.context()
                                    .credentialSlots()
                                    .protectedSlots()
                                    .contains(place.slot()));
            if (!apart) {
                outcome = outcome.thenCompose(
                        soFar -> delete(turn, capabilities, user.index()).thenApply(soFar::and));
            }
        }
        return outcome;
    }

    private void forget(int index) {
        desk.users().forget(index);
        desk.memory().slots().release(LockDesk.holderOf(index));
        desk.journal().of(index).stream()
                .filter(entry -> !entry.is(AccessEntry.State.ADDING))
                .forEach(desk::userIsGone);
    }
}
