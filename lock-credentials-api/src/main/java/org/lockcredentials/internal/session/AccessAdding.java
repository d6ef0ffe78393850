package org.lockcredentials.internal.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.User;
import org.lockcredentials.internal.queue.Failures;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.internal.record.AccessEntry;

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
        this.attempt = new AccessAttempt(desk.journal(), request);
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
                    desk.journal()
                            .find(request.key())
                            .filter(AccessEntry::isUnfinished)
                            .ifPresent(desk::reserve);
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

    /** Puts it at the places of an earlier attempt, where nothing is. */
    CompletableFuture<Receipt> at(AccessEntry earlier) {
        attempt.suspect(earlier.suspects());
        desk.reserve(earlier);
        boolean first = !returned;
        returned = true;
        attempt.returning(first);
        return putAll(earlier.userIndex(), earlier.credentials())
                .handle((receipt, failure) -> {
                    attempt.returning(false);
                    if (failure == null) {
                        return Shape.done(receipt);
                    }
                    LockCredentialException typed = Failures.typed(failure);
                    boolean late = first && typed.reason() == Reason.OCCUPIED && !attempt.isUserThere();
                    // What the earlier attempt had sent arrived only now: who is there is found out once more.
                    return late
                            ? new AccessRecovery(this, survey, earlier).run()
                            : CompletableFuture.<Receipt>failedFuture(typed);
                })
                .thenCompose(Function.identity());
    }

    /** Goes on with a user who is ours and there already. */
    CompletableFuture<Receipt> with(AccessEntry earlier, User user) {
        attempt.suspect(earlier.suspects());
        attempt.userIsThere();
        attempt.add(Outcome.CONFIRMED);
        desk.reserve(earlier);
        return places.credentials(user.index(), earlier.credentials())
                .thenCompose(chosen -> {
                    attempt.intend(user.index(), chosen);
                    return writing.settle(user);
                })
                .thenCompose(settled -> finish());
    }

    /** Goes on with a user who is there and of whom nothing tells whose it is: used, and not deleted if it comes to nothing. */
    CompletableFuture<Receipt> withPresumed(AccessEntry earlier, User user) {
        presumed = true;
        return with(earlier, user);
    }

    /** All of it is where the journal says. */
    CompletableFuture<Receipt> claim(AccessEntry earlier, Outcome how) {
        attempt.claim(earlier, how);
        writes.keepName(capabilities, attempt.user(earlier.userIndex()));
        return finish();
    }

    /** It was there all the time. */
    CompletableFuture<Receipt> unchanged(AccessEntry there) {
        return Shape.done(Receipt.of(desk.id(), Outcome.NO_CHANGE, there.userIndex(), there.credentials()));
    }

    private CompletableFuture<Receipt> putAll(int userIndex, List<Credential> earlier) {
        return places.credentials(userIndex, earlier)
                .thenCompose(chosen -> {
                    attempt.intend(userIndex, chosen);
                    return writing.putAll();
                })
                .thenCompose(put -> finish());
    }

    private CompletableFuture<Receipt> finish() {
        AccessEntry done = attempt.intent();
        CompletableFuture<Outcome> scheduled = request.schedules().isEmpty()
                ? Shape.done(Outcome.NO_CHANGE)
                : SchedulesOfLock.write(desk, turn, capabilities, done.userIndex(), request.schedules());
        return scheduled.thenApply(how -> {
            desk.journal().put(done.active());
            return Receipt.of(desk.id(), attempt.outcome().and(how), done.userIndex(), done.credentials());
        });
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

    // Nothing of this key is on the lock, unless an earlier attempt left a code that the lock does not show.
    private void forget() {
        if (attempt.suspectsNone()) {
            desk.journal().forget(request.key());
        } else if (Shape.slotIsUser(capabilities)) {
            attempt.intend(attempt.suspects().get(0).slot(), attempt.suspects());
        }
    }
}
