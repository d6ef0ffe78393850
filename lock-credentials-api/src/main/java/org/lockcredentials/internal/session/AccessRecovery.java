package org.lockcredentials.internal.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Credential;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.internal.record.AccessEntry;
import org.lockcredentials.internal.record.UserRecord;
import org.lockcredentials.spi.CredentialWrite;

/** Decides what of an earlier attempt with the same key is on the lock, and goes on from there. */
final class AccessRecovery {

    private final AccessAdding adding;
    private final Survey survey;
    private final LockDesk desk;
    private final AccessEntry entry;
    private final AccessRequest request;

    AccessRecovery(AccessAdding adding, Survey survey, AccessEntry entry) {
        this.adding = adding;
        this.survey = survey;
        this.desk = adding.desk();
        this.entry = entry;
        this.request = adding.request();
    }

    CompletableFuture<Receipt> run() {
        boolean off =
                desk.users().find(entry.userIndex(), UserRecord.State.DISABLED).isPresent();
        if (off && !entry.isUnfinished()) {
            // The host disabled it by taking the code off the lock; it is the key's all the same.
            return adding.unchanged(entry);
        }
        return survey.readUser(adding.turn(), adding.capabilities(), entry.userIndex())
                .thenCompose(state -> {
                    if (state.occupancy() == Occupancy.FREE) {
                        // Nothing arrived, or somebody deleted it: the same places are tried first.
                        return adding.at(entry);
                    }
                    return entry.isUnfinished() ? unfinished(state.user()) : active(state.user());
                });
    }

    private CompletableFuture<Receipt> active(Optional<User> user) {
        boolean taken = desk.journal().of(entry.userIndex()).stream()
                .anyMatch(other -> !other.key().equals(entry.key()));
        if (taken) {
            // The index was free since and another key has it: ours is gone.
            return adding.anew(List.of());
        }
        if (user.isEmpty() || Shape.slotIsUser(adding.capabilities())) {
            // The lock tells no more than that something is there, and that was ours when it was finished.
            return adding.unchanged(entry);
        }
        User there = user.get();
        boolean complete = there.credentials().containsAll(entry.credentials());
        if (sameName(there)) {
            return complete ? adding.unchanged(entry) : adding.with(entry, there);
        }
        // Renamed, or another user in its place: the codes decide, and a stranger is never touched.
        return holdsAny(there.index(), 0).thenCompose(held -> {
            if (!held) {
                return adding.anew(List.of());
            }
            if (!complete) {
                return adding.with(entry, there);
            }
            desk.journal().put(entry.withName(there.name()));
            return adding.unchanged(entry);
        });
    }

    private CompletableFuture<Receipt> unfinished(Optional<User> user) {
        if (Shape.slotIsUser(adding.capabilities())) {
            return unfinishedCode();
        }
        if (user.isEmpty()) {
            // A second user must not come of it, and the first cannot be told from a stranger.
            return Shape.failed(
                    Reason.OCCUPIED, "it cannot be known whether user " + entry.userIndex() + " is this key's");
        }
        User there = user.get();
        boolean noStrangers = entry.credentials().containsAll(there.credentials())
                || entry.suspects().containsAll(there.credentials());
        if (Shape.keepsNames(adding.capabilities()) && sameName(there) && noStrangers) {
            // The index was free when it was written down; who is there now by our name and with nothing else is ours.
            return adding.with(entry, there);
        }
        if (!Shape.keepsNames(adding.capabilities()) && there.credentials().isEmpty()) {
            // No name and no code: most likely ours, and if not, a user who opens nothing; it is used, but never
            // deleted for that.
            return adding.withPresumed(entry, there);
        }
        return holdsAny(there.index(), 0).thenCompose(held -> {
            if (held) {
                return adding.with(entry, there);
            }
            // A stranger has the index, or on a lock without names it is ours with a code that cannot be told; then the
            // lock will refuse the code elsewhere.
            return adding.anew(
                    Shape.keepsNames(adding.capabilities())
                            ? List.of()
                            : entry.credentials().stream()
                                    .filter(there.credentials()::contains)
                                    .toList());
        });
    }

    private CompletableFuture<Receipt> unfinishedCode() {
        Credential place = entry.credentials().get(0);
        Secret code = request.credentials().get(0).secret();
        return holds(adding.turn(), entry.userIndex(), place, code).thenCompose(held -> {
            if (held.isEmpty()) {
                // Masked: another place is tried, and if the lock refuses the code as a duplicate, it is here.
                return adding.anew(List.of(place));
            }
            return held.get() ? adding.claim(entry, Outcome.CONFIRMED) : adding.anew(List.of());
        });
    }

    private boolean sameName(User there) {
        return !Shape.keepsNames(adding.capabilities()) || entry.name().equals(there.name());
    }

    private CompletableFuture<Boolean> holdsAny(int userIndex, int from) {
        if (from >= entry.credentials().size() || from >= request.credentials().size()) {
            return Shape.done(false);
        }
        Credential place = entry.credentials().get(from);
        NewCredential credential = request.credentials().get(from);
        if (credential.type() != place.type()) {
            return holdsAny(userIndex, from + 1);
        }
        return holds(adding.turn(), userIndex, place, credential.secret())
                .thenCompose(held -> held.orElse(false) ? Shape.done(true) : holdsAny(userIndex, from + 1));
    }

    static CompletableFuture<Optional<Boolean>> holds(Turn turn, int userIndex, Credential place, Secret code) {
        return turn.ask(driver -> driver.holds(new CredentialWrite(userIndex, place, code)));
    }
}
