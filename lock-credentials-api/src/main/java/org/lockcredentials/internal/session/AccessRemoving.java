package org.lockcredentials.internal.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.AccessKey;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.User;
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
                .thenCompose(outcome -> takeSuspects(turn, capabilities, entry, outcome))
                .thenApply(outcome -> {
                    desk.users().forget(entry.userIndex());
                    desk.memory().release(LockDesk.holderOf(entry.userIndex()));
                    desk.journal().forget(entry.key());
                    desk.memory().release(entry.key());
                    return Receipt.of(desk.id(), outcome, entry.userIndex(), entry.credentials());
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
        // Where nothing tells users apart, what is at an index that was free when the key reserved it is the key's: a
        // code left behind opens a door.
        // If the answer is lost, the place stays this key's until it is asked for again.
        desk.journal().put(entry.unfinished());
        desk.reserve(entry);
        return writes.deleteUser(turn, entry.userIndex());
    }

    private CompletableFuture<Outcome> takeSuspects(
            Turn turn, Capabilities capabilities, AccessEntry entry, Outcome soFar) {
        Optional<Credential> suspect =
                Shape.slotIsUser(capabilities) ? entry.suspects().stream().findFirst() : Optional.empty();
        return suspect.map(place -> writes.deleteUser(turn, place.slot()).thenApply(soFar::and))
                .orElseGet(() -> Shape.done(soFar));
    }
}
