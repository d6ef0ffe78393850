package org.lockcredentials.internal.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.Leftover;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.User;
import org.lockcredentials.internal.queue.Failures;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.internal.record.AccessEntry;
import org.lockcredentials.internal.record.AccessEntry.State;

/**
 * One run of {@code access.add}: user, credentials and schedules, all or nothing.
 *
 * <p>The journal names the places before the lock hears of them. Whoever comes after a crash, or after a lost answer, finds there where to look, and
 * {@link AccessRecovery} decides what of it is ours.
 */
final class AccessAdding {

    private final LockDesk desk;
    private final Survey survey;
    private final AccessPlaces places;
    private final AccessAttempt attempt;
    private final AccessWriting writing;
    private final Writes writes;
    private final Turn turn;
    private final Capabilities capabilities;
    private final AccessRequest request;
    private boolean presumed;
    private boolean returned;

    AccessAdding(
            LockDesk desk,
            Survey survey,
            Places places,
            Writes writes,
            Turn turn,
            Capabilities capabilities,
            AccessRequest request) {
        this.desk = desk;
        this.survey = survey;
        this.places = new AccessPlaces(desk, survey, places, turn, capabilities, request);
        this.attempt = new AccessAttempt(desk, request);
        this.writing = new AccessWriting(desk, survey, this.places, writes, turn, capabilities, attempt);
        this.writes = writes;
        this.turn = turn;
        this.capabilities = capabilities;
        this.request = request;
    }

    CompletableFuture<Receipt> run() {
        // Its places from an earlier attempt are its own to choose again.
        desk.memory().slots().release(request.key());
        Optional<AccessEntry> found = desk.journal().find(request.key());
        CompletableFuture<Receipt> end =
                found.isPresent() ? new AccessRecovery(this, survey, found.get()).run() : anew(List.of());
        return end.handle(
                        (receipt, failure) -> failure == null ? Shape.done(receipt) : rollBack(Failures.typed(failure)))
                .thenCompose(Function.identity())
                .whenComplete((receipt, failure) -> {
                    desk.memory().slots().release(request.key());
                    desk.journal().find(request.key()).ifPresent(desk::reserve);
                });
    }

    LockDesk desk() {
        return desk;
    }

    Turn turn() {
        return turn;
    }

    Capabilities capabilities() {
        return capabilities;
    }

    AccessRequest request() {
        return request;
    }

    /** Puts it at places that are free now; where a code of an earlier attempt may be, {@code doubtful} says. */
    CompletableFuture<Receipt> anew(List<Credential> doubtful) {
        attempt.suspect(doubtful);
        return places.user().thenCompose(index -> putAll(index, List.of()));
    }

    /** As {@link #anew}, where nothing proves that the earlier one is not on the lock: if this comes to nothing, the key leads there still. */
    CompletableFuture<Receipt> anewBeside(AccessEntry earlier) {
        attempt.mayBeThereStill(earlier);
        return anew(earlier.suspects());
    }

    /** Puts it at the places of an earlier attempt, where nothing is; elsewhere if somebody was given them meanwhile. */
    CompletableFuture<Receipt> at(AccessEntry earlier) {
        List<Credential> doubtful = earlier.suspects().stream()
                .filter(place -> !Shape.slotIsUser(capabilities) || place.slot() != earlier.userIndex())
                .toList();
        AccessEntry again = earlier.in(State.ADDING).withSuspects(doubtful);
        if (!desk.reserve(again)) {
            return anew(doubtful);
        }
        attempt.suspect(doubtful);
        boolean first = !returned;
        returned = true;
        attempt.returning(first);
        return putAll(again.userIndex(), again.credentials())
                .handle((receipt, failure) -> {
                    attempt.returning(false);
                    if (failure == null) {
                        return Shape.done(receipt);
                    }
                    LockCredentialException typed = Failures.typed(failure);
                    boolean late = first && typed.reason() == Reason.OCCUPIED && !attempt.isUserThere();
                    // What the earlier attempt had sent arrived only now: who is there is found out once more.
                    return late
                            ? new AccessRecovery(this, survey, again).run()
                            : CompletableFuture.<Receipt>failedFuture(typed);
                })
                .thenCompose(Function.identity());
    }

    /** Goes on with a user who is ours and there already, and makes it what the request says. */
    CompletableFuture<Receipt> with(AccessEntry earlier, User user) {
        User there = desk.named(capabilities, user);
        User wanted = request.user().applyTo(there);
        attempt.suspect(earlier.suspects());
        attempt.userIsThere();
        attempt.add(Outcome.CONFIRMED);
        attempt.goesBy(there.name(), wanted.name());
        desk.reserve(earlier);
        return places.credentials(user.index(), earlier.credentials())
                .thenCompose(chosen -> {
                    attempt.intend(user.index(), chosen);
                    return writing.finishUser(there, wanted);
                })
                .thenCompose(finished -> finish());
    }

    /** Puts back the credentials that a finished key lacks, and leaves all else as it is. */
    CompletableFuture<Receipt> mend(AccessEntry active, User user) {
        attempt.mend(active);
        return places.credentials(user.index(), active.credentials())
                .thenCompose(chosen -> {
                    attempt.intend(
                            user.index(),
                            Stream.concat(
                                            chosen.stream(),
                                            active.credentials().stream().filter(user.credentials()::contains))
                                    .distinct()
                                    .toList());
                    return writing.putMissing(user);
                })
                .thenCompose(put -> finish());
    }

    /**
     * Goes on with a user who is there and of whom nothing tells whose it is: used as it is, and not deleted if it comes to nothing. One who is not
     * as the request says is left alone.
     */
    CompletableFuture<Receipt> withPresumed(AccessEntry earlier, User user) {
        User there = desk.named(capabilities, user);
        User wanted = request.user().applyTo(there);
        if (!wanted.equals(there.withName(wanted.name()))) {
            return anewBeside(earlier);
        }
        presumed = true;
        return with(earlier, user);
    }

    /** The code is where the journal says, and with it its user. */
    CompletableFuture<Receipt> claim(AccessEntry earlier, Outcome how) {
        attempt.claim(earlier, how);
        return writing.finishCode().thenCompose(finished -> finish());
    }

    /** It was there all the time. */
    CompletableFuture<Receipt> unchanged(AccessEntry there) {
        return Shape.done(Receipt.of(desk.id(), Outcome.NO_CHANGE, there.userIndex(), there.credentials()));
    }

    private CompletableFuture<Receipt> putAll(int userIndex, List<Credential> earlier) {
        return places.credentials(userIndex, earlier)
                .thenCompose(chosen -> {
                    attempt.begin(userIndex, chosen);
                    return writing.putAll();
                })
                .thenCompose(put -> finish());
    }

    private CompletableFuture<Receipt> finish() {
        AccessEntry done = attempt.intent().in(State.ACTIVE);
        desk.journal().put(done);
        return Shape.done(Receipt.of(desk.id(), attempt.outcome(), done.userIndex(), done.credentials()));
    }

    private CompletableFuture<Receipt> rollBack(LockCredentialException why) {
        if (!Failures.isRefusal(why)) {
            // The lock is away or its answer is lost: what is there will be found by the next call with this key.
            return CompletableFuture.failedFuture(why);
        }
        if (attempt.begun().isEmpty()) {
            // It failed before it was known what an earlier attempt left, so what the journal says stays.
            return CompletableFuture.failedFuture(why);
        }
        if (attempt.isMending()) {
            return takeBack(attempt.written(), List.of(), why);
        }
        if (!attempt.isUserThere()) {
            forget();
            return CompletableFuture.failedFuture(why);
        }
        if (presumed) {
            return CompletableFuture.failedFuture(why.leaving(attempt.leftovers()));
        }
        int userIndex = attempt.intent().userIndex();
        return writes.deleteUser(turn, userIndex).handle((gone, failure) -> {
            if (failure != null) {
                throw why.leaving(attempt.leftovers());
            }
            desk.users().forget(userIndex);
            forget();
            throw why;
        });
    }

    // The user and its other credentials were there before this run, and stay.
    private CompletableFuture<Receipt> takeBack(
            List<Credential> rest, List<Leftover> left, LockCredentialException why) {
        int userIndex = attempt.intent().userIndex();
        if (rest.isEmpty()) {
            if (left.isEmpty()) {
                attempt.found().ifPresent(desk.journal()::put);
            }
            return CompletableFuture.failedFuture(left.isEmpty() ? why : why.leaving(left));
        }
        Credential place = rest.get(0);
        return writes.deleteCredential(turn, userIndex, place)
                .handle((gone, failure) -> failure == null
                        ? left
                        : Stream.concat(left.stream(), Stream.of(new Leftover.LeftCredential(userIndex, place)))
                                .toList())
                .thenCompose(all -> takeBack(rest.subList(1, rest.size()), all, why));
    }

    // Nothing that this run wrote is on the lock; an earlier attempt may have left what the lock does not show.
    private void forget() {
        if (attempt.found().isPresent()) {
            desk.journal().put(attempt.found().get());
        } else if (attempt.suspectsNone()) {
            desk.journal().forget(request.key());
        } else if (Shape.slotIsUser(capabilities)) {
            attempt.intend(attempt.suspects().get(0).slot(), attempt.suspects());
        }
    }
}
