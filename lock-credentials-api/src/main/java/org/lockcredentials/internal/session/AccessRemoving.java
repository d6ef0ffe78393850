package org.lockcredentials.internal.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lockcredentials.AccessKey;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.Leftover;
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
import org.lockcredentials.internal.record.AccessEntry.State;
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
        if (isAnothers(entry)) {
            return withoutUser(turn, capabilities, entry, Outcome.NO_CHANGE);
        }
        return survey.readUser(turn, capabilities, entry.userIndex())
                .thenCompose(state -> take(turn, capabilities, entry, state))
                .thenCompose(outcome -> {
                    if (desk.users().find(entry.userIndex()).isPresent()) {
                        desk.users().forget(entry.userIndex());
                        desk.memory().slots().release(LockDesk.holderOf(entry.userIndex()));
                    }
                    return withoutUser(turn, capabilities, entry, outcome);
                });
    }

    // The index was free since, and was given to another key or to a user who waits for a code: ours is gone.
    private boolean isAnothers(AccessEntry entry) {
        boolean another = desk.journal().of(entry.userIndex()).stream()
                .anyMatch(other -> !other.key().equals(entry.key()));
        return another
                || desk.users().find(entry.userIndex(), UserRecord.State.KEPT).isPresent();
    }

    // A code may be at a place where the lock does not say whose it is. A key that is being added is not forgotten over
    // that: adding it again may tell. One that was finished elsewhere is told of, and it is the host who knows.
    private CompletableFuture<Receipt> withoutUser(
            Turn turn, Capabilities capabilities, AccessEntry entry, Outcome outcome) {
        return suspectsLeft(turn, capabilities, entry.suspects(), List.of()).thenCompose(left -> {
            boolean mayBeTold = entry.is(State.ADDING);
            desk.userIsGone(entry.withSuspects(mayBeTold ? left : List.of()));
            if (left.isEmpty()) {
                return Shape.done(Receipt.of(desk.id(), outcome, entry.userIndex(), entry.credentials()));
            }
            List<Leftover> leftovers = left.stream()
                    .<Leftover>map(place -> new Leftover.LeftCredential(
                            Shape.slotIsUser(capabilities) ? place.slot() : entry.userIndex(), place))
                    .toList();
            LockCredentialException why = mayBeTold
                    ? unproved(left.get(0).slot())
                    : new LockCredentialException(
                            Reason.OCCUPIED,
                            "it is taken off, but an earlier attempt may have left a code where the lock does not tell");
            return CompletableFuture.failedFuture(why.leaving(leftovers));
        });
    }

    private CompletableFuture<Outcome> take(Turn turn, Capabilities capabilities, AccessEntry entry, UserState state) {
        if (state.occupancy() == Occupancy.FREE) {
            boolean kept = desk.users()
                    .find(entry.userIndex(), UserRecord.State.DISABLED)
                    .isPresent();
            return Shape.done(kept ? Outcome.CONFIRMED : Outcome.NO_CHANGE);
        }
        boolean named = Shape.keepsNames(capabilities) && state.user().isPresent();
        if (named && !entry.goesBy(state.user().flatMap(User::name))) {
            // A key that is being added with a stranger at its index never got there; one that was there was renamed or
            // replaced, and nobody can tell which.
            return entry.is(State.ADDING)
                    ? Shape.done(Outcome.NO_CHANGE)
                    : Shape.failed(
                            Reason.OCCUPIED,
                            "user " + entry.userIndex()
                                    + " goes by another name now; if it is still the one, delete it by index");
        }
        if (!named && entry.is(State.ADDING)) {
            return CompletableFuture.failedFuture(unproved(entry.userIndex()));
        }
        // If the answer is lost, the place stays this key's until it is asked for again.
        AccessEntry going = entry.in(State.REMOVING);
        desk.journal().put(going);
        desk.reserve(going);
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

    private CompletableFuture<List<Credential>> suspectsLeft(
            Turn turn, Capabilities capabilities, List<Credential> rest, List<Credential> left) {
        if (rest.isEmpty()) {
            return Shape.done(left);
        }
        Credential suspect = rest.get(0);
        return occupancy(turn, capabilities, suspect)
                .thenCompose(occupancy -> suspectsLeft(
                        turn,
                        capabilities,
                        rest.subList(1, rest.size()),
                        occupancy == Occupancy.FREE
                                ? left
                                : Stream.concat(left.stream(), Stream.of(suspect))
                                        .toList()));
    }

    private CompletableFuture<Occupancy> occupancy(Turn turn, Capabilities capabilities, Credential place) {
        return Shape.slotIsUser(capabilities)
                ? survey.readUser(turn, capabilities, place.slot()).thenApply(UserState::occupancy)
                : survey.readCredential(turn, place).thenApply(SlotState::occupancy);
    }

    private void restore(AccessEntry entry) {
        desk.journal().put(entry);
        desk.memory().slots().release(entry.key());
        desk.reserve(entry);
    }

    private static LockCredentialException unproved(int index) {
        return new LockCredentialException(
                Reason.OCCUPIED,
                "it cannot be told whether what is at index " + index
                        + " is this key's; add again with the same request to finish it, then remove");
    }
}
