package org.lockcredentials.internal.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.AccessKey;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.internal.queue.Failures;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.internal.record.AccessEntry;
import org.lockcredentials.internal.record.UserRecord;
import org.lockcredentials.spi.UserState;

/** Takes off a lock what a key leads to, and nothing that became somebody else's. */
final class AccessRemoving {

    private final LockDesk desk;
    private final Survey survey;
    private final Writes writes;

    AccessRemoving(LockDesk desk, Survey survey, Writes writes) {
        this.desk = desk;
        this.survey = survey;
        this.writes = writes;
    }

    CompletableFuture<Receipt> remove(Turn turn, Capabilities capabilities, AccessKey key) {
        Optional<AccessEntry> entry = desk.journal().find(key);
        if (entry.isEmpty()) {
            return Shape.done(Receipt.of(desk.id(), Outcome.NO_CHANGE));
        }
        return remove(turn, capabilities, entry.get());
    }

    private CompletableFuture<Receipt> remove(Turn turn, Capabilities capabilities, AccessEntry entry) {
        return survey.readUser(turn, capabilities, entry.userIndex())
                .thenCompose(state -> take(turn, capabilities, entry, state))
                .thenCompose(outcome -> suspectsAreFree(turn, capabilities, entry, 0)
                        .thenApply(free -> {
                            forget(entry);
                            return Receipt.of(desk.id(), outcome, entry.userIndex(), entry.credentials());
                        }));
    }

    private CompletableFuture<Outcome> take(Turn turn, Capabilities capabilities, AccessEntry entry, UserState state) {
        if (state.occupancy() == Occupancy.FREE) {
            boolean kept = desk.users()
                    .find(entry.userIndex(), UserRecord.State.DISABLED)
                    .isPresent();
            return Shape.done(kept ? Outcome.CONFIRMED : Outcome.NO_CHANGE);
        }
        boolean named = Shape.keepsNames(capabilities) && state.user().isPresent();
        if (named && !entry.name().equals(state.user().flatMap(User::name))) {
            // An unfinished key with a stranger at its index never got there; a finished one was renamed or replaced,
            // and nobody can tell which.
            return entry.isUnfinished()
                    ? Shape.done(Outcome.NO_CHANGE)
                    : Shape.failed(
                            Reason.OCCUPIED,
                            "user " + entry.userIndex()
                                    + " goes by another name now; if it is still the one, delete it by index");
        }
        if (!named && entry.isUnfinished()) {
            return unproved(entry.userIndex());
        }
        // If the answer is lost, the place stays this key's until it is asked for again.
        desk.journal().put(entry.unfinished());
        desk.reserve(entry);
        return writes.deleteUser(turn, entry.userIndex())
                .handle((outcome, failure) -> failure == null
                        ? Shape.done(outcome)
                        : stillThere(turn, capabilities, entry, Failures.typed(failure)))
                .thenCompose(Function.identity());
    }

    // What is there was ours a moment ago: unless the lock may have deleted it since, the key leads to it as before.
    private CompletableFuture<Outcome> stillThere(
            Turn turn, Capabilities capabilities, AccessEntry entry, LockCredentialException why) {
        if (Failures.isRefusal(why) || why.reason() == Reason.UNREACHABLE) {
            restore(entry);
            return CompletableFuture.failedFuture(why);
        }
        return survey.readUser(turn, capabilities, entry.userIndex())
                .handle((state, unread) -> {
                    if (unread != null) {
                        return CompletableFuture.<Outcome>failedFuture(why);
                    }
                    if (state.occupancy() == Occupancy.FREE) {
                        return Shape.done(Outcome.CONFIRMED);
                    }
                    restore(entry);
                    return CompletableFuture.<Outcome>failedFuture(why);
                })
                .thenCompose(Function.identity());
    }

    // A code of an unfinished key may be at a place where the lock does not say whose it is: a key is not forgotten
    // over that.
    private CompletableFuture<Void> suspectsAreFree(Turn turn, Capabilities capabilities, AccessEntry entry, int from) {
        if (from == entry.suspects().size()) {
            return CompletableFuture.allOf();
        }
        Credential suspect = entry.suspects().get(from);
        return occupancy(turn, capabilities, suspect)
                .thenCompose(occupancy -> occupancy == Occupancy.FREE
                        ? suspectsAreFree(turn, capabilities, entry, from + 1)
                        : unproved(suspect.slot()));
    }

    private CompletableFuture<Occupancy> occupancy(Turn turn, Capabilities capabilities, Credential place) {
        return Shape.slotIsUser(capabilities)
                ? survey.readUser(turn, capabilities, place.slot()).thenApply(UserState::occupancy)
                : survey.readCredential(turn, place).thenApply(SlotState::occupancy);
    }

    private void restore(AccessEntry entry) {
        desk.journal().put(entry);
        if (!entry.isUnfinished()) {
            desk.memory().slots().release(entry.key());
        }
    }

    private void forget(AccessEntry entry) {
        desk.users().forget(entry.userIndex());
        desk.memory().slots().release(LockDesk.holderOf(entry.userIndex()));
        desk.journal().forget(entry.key());
        desk.memory().slots().release(entry.key());
    }

    private static <T> CompletableFuture<T> unproved(int index) {
        return Shape.failed(
                Reason.OCCUPIED,
                "it cannot be told whether what is at index " + index
                        + " is this key's; add again with the same request to finish it, then remove");
    }
}
