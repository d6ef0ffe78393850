package org.lockcredentials.internal.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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

    /** Whether the user at the index is this key's. */
    private enum Proof {
        OURS,
        ANOTHER,
        NONE
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
            return adding.anew(entry.suspects());
        }
        if (user.isEmpty() || Shape.slotIsUser(adding.capabilities())) {
            // The lock tells no more than that something is there, and that was ours when it was finished.
            return adding.unchanged(entry);
        }
        User there = user.get();
        if (sameName(there)) {
            return whole(entry, there);
        }
        // Renamed, or another user in its place: the codes decide, and a stranger is never touched.
        return proof(there).thenCompose(proof -> switch (proof) {
            case OURS -> {
                AccessEntry renamed = entry.withName(there.name());
                desk.journal().put(renamed);
                yield whole(renamed, there);
            }
            case ANOTHER -> adding.anew(entry.suspects());
            case NONE ->
                Shape.failed(
                        Reason.OCCUPIED,
                        "user " + there.index()
                                + " goes by another name now, and the lock does not tell whether it is this key's");
        });
    }

    private CompletableFuture<Receipt> whole(AccessEntry active, User there) {
        return there.credentials().containsAll(active.credentials())
                ? adding.unchanged(active)
                : adding.mend(active, there);
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
        boolean noStrangers = Stream.concat(entry.credentials().stream(), entry.suspects().stream())
                .toList()
                .containsAll(there.credentials());
        if (Shape.keepsNames(adding.capabilities()) && sameName(there) && noStrangers) {
            // The index was free when it was written down; who is there now by our name and with nothing else is ours.
            return adding.with(entry, there);
        }
        if (!Shape.keepsNames(adding.capabilities()) && there.credentials().isEmpty()) {
            // No name and no code: most likely ours, and if not, a user who opens nothing; it is used, but never
            // deleted for that.
            return adding.withPresumed(entry, there);
        }
        return proof(there).thenCompose(proof -> switch (proof) {
            case OURS -> adding.with(entry, there);
            case ANOTHER -> adding.anew(entry.suspects());
            // A stranger has the index most likely. Where names tell nothing, ours with a code that cannot be told is
            // as
            // likely; then the lock will refuse the code elsewhere.
            case NONE ->
                Shape.keepsNames(adding.capabilities())
                        ? adding.anewBeside(entry)
                        : adding.anew(Stream.concat(
                                        entry.suspects().stream(),
                                        entry.credentials().stream().filter(there.credentials()::contains))
                                .distinct()
                                .toList());
        });
    }

    private CompletableFuture<Receipt> unfinishedCode() {
        Credential place = entry.credentials().get(0);
        Secret code = request.credentials().get(0).secret();
        return holds(adding.turn(), entry.userIndex(), place, code).thenCompose(held -> {
            if (held.isEmpty()) {
                // Masked: another place is tried, and if the lock refuses the code as a duplicate, it is here.
                return adding.anew(Stream.concat(entry.suspects().stream(), Stream.of(place))
                        .distinct()
                        .toList());
            }
            return held.get() ? adding.claim(entry, Outcome.CONFIRMED) : adding.anew(entry.suspects());
        });
    }

    private boolean sameName(User there) {
        return !Shape.keepsNames(adding.capabilities()) || entry.goesBy(there.name());
    }

    /** By the codes: one of ours at its place is proof, and so is every one of its places without it. */
    private CompletableFuture<Proof> proof(User there) {
        List<Credential> held = entry.credentials().stream()
                .filter(there.credentials()::contains)
                .toList();
        return proof(there, held, Proof.ANOTHER);
    }

    private CompletableFuture<Proof> proof(User there, List<Credential> rest, Proof soFar) {
        if (rest.isEmpty()) {
            return Shape.done(soFar);
        }
        Credential place = rest.get(0);
        CompletableFuture<Optional<Boolean>> told = codeFor(place)
                .map(code -> holds(adding.turn(), there.index(), place, code))
                .orElseGet(() -> Shape.done(Optional.empty()));
        return told.thenCompose(held -> held.orElse(false)
                ? Shape.done(Proof.OURS)
                : proof(there, rest.subList(1, rest.size()), held.isEmpty() ? Proof.NONE : soFar));
    }

    /** What the request says for a place of the key: the credentials of one type are in the same order in both. */
    private Optional<Secret> codeFor(Credential place) {
        List<Credential> places = entry.credentials().stream()
                .filter(each -> each.type() == place.type())
                .toList();
        return request.credentials().stream()
                .filter(each -> each.type() == place.type())
                .skip(places.indexOf(place))
                .findFirst()
                .map(NewCredential::secret);
    }

    static CompletableFuture<Optional<Boolean>> holds(Turn turn, int userIndex, Credential place, Secret code) {
        return turn.ask(driver -> driver.holds(new CredentialWrite(userIndex, place, code)));
    }
}
