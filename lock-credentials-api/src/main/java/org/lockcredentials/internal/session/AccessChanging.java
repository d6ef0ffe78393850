package org.lockcredentials.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.User;
import org.lockcredentials.internal.queue.Failures;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.internal.record.AccessEntry;
import org.lockcredentials.internal.record.UserRecord;
import org.lockcredentials.spi.UserState;
import org.lockcredentials.spi.WriteMode;

/** Changes what a key leads to: the user first, then its schedules, then its credentials in their places. */
final class AccessChanging {

    private final LockDesk desk;
    private final Survey survey;
    private final Places places;
    private final Writes writes;
    private final UsersOfLock users;

    AccessChanging(LockDesk desk, Survey survey, Places places, Writes writes, UsersOfLock users) {
        this.desk = desk;
        this.survey = survey;
        this.places = places;
        this.writes = writes;
        this.users = users;
    }

    CompletableFuture<Receipt> change(Turn turn, Capabilities capabilities, AccessRequest request, AccessEntry entry) {
        if (request.user().index().isPresent() && request.user().index().getAsInt() != entry.userIndex()) {
            return Shape.failed(Reason.INVALID, "the key leads to user " + entry.userIndex());
        }
        if (desk.users().find(entry.userIndex(), UserRecord.State.DISABLED).isPresent()) {
            return Shape.failed(Reason.REJECTED, "the user is disabled; enable it before it is changed");
        }
        return survey.readUser(turn, capabilities, entry.userIndex())
                .thenCompose(state -> who(capabilities, entry, state))
                .thenCompose(user -> users.change(turn, capabilities, request.user(), user))
                .thenCompose(changed -> rest(turn, capabilities, request, entry, changed.outcome()))
                .thenApply(outcome -> Receipt.of(
                        desk.id(), outcome, entry.userIndex(), current(entry).credentials()))
                .whenComplete((receipt, failure) -> desk.release(turn, failure));
    }

    // A new code finds its schedules there. Where a code is its user they are written after it, since a lock may drop
    // them with the code of before.
    private CompletableFuture<Outcome> rest(
            Turn turn, Capabilities capabilities, AccessRequest request, AccessEntry entry, Outcome soFar) {
        if (Shape.slotIsUser(capabilities)) {
            return credentials(turn, capabilities, request, entry, soFar, 0)
                    .thenCompose(outcome -> schedules(turn, capabilities, request, entry, outcome));
        }
        return schedules(turn, capabilities, request, entry, soFar)
                .thenCompose(outcome -> credentials(turn, capabilities, request, entry, outcome, 0));
    }

    private CompletableFuture<Outcome> schedules(
            Turn turn, Capabilities capabilities, AccessRequest request, AccessEntry entry, Outcome soFar) {
        return request.schedules().isEmpty()
                ? Shape.done(soFar)
                : SchedulesOfLock.write(desk, turn, capabilities, entry.userIndex(), request.schedules())
                        .thenApply(soFar::and);
    }

    private CompletableFuture<User> who(Capabilities capabilities, AccessEntry entry, UserState state) {
        if (state.occupancy() == Occupancy.FREE) {
            return Shape.failed(Reason.NOT_FOUND, "what the key led to is gone from the lock");
        }
        User user = desk.named(
                capabilities, state.user().orElseGet(() -> User.general(entry.userIndex(), Optional.empty())));
        return Shape.keepsNames(capabilities) && !entry.goesBy(user.name())
                ? Shape.failed(Reason.OCCUPIED, "user " + user.index() + " goes by another name now")
                : Shape.done(user);
    }

    private CompletableFuture<Outcome> credentials(
            Turn turn, Capabilities capabilities, AccessRequest request, AccessEntry entry, Outcome soFar, int from) {
        if (from == request.credentials().size()) {
            return Shape.done(soFar);
        }
        NewCredential credential = request.credentials().get(from);
        long nth = request.credentials().subList(0, from).stream()
                .filter(earlier -> earlier.type() == credential.type())
                .count();
        Optional<Credential> place = entry.credentials().stream()
                .filter(own -> own.type() == credential.type())
                .skip(nth)
                .findFirst();
        return place.map(own -> replace(turn, entry.userIndex(), own, credential))
                .orElseGet(() -> addNext(turn, capabilities, entry, credential, 1))
                .thenCompose(outcome -> credentials(turn, capabilities, request, entry, soFar.and(outcome), from + 1));
    }

    private CompletableFuture<Outcome> replace(Turn turn, int userIndex, Credential place, NewCredential credential) {
        return writes.writeCredential(turn, WriteMode.MODIFY, userIndex, place, credential.secret())
                .handle((outcome, failure) -> {
                    if (failure == null) {
                        return Shape.done(outcome);
                    }
                    LockCredentialException typed = Failures.typed(failure);
                    // Somebody deleted just the code: its place is free, or the lock will say that it is not.
                    return typed.reason() == Reason.NOT_FOUND
                            ? writes.writeCredential(turn, WriteMode.ADD, userIndex, place, credential.secret())
                            : CompletableFuture.<Outcome>failedFuture(typed);
                })
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Outcome> addNext(
            Turn turn, Capabilities capabilities, AccessEntry entry, NewCredential credential, int attempt) {
        return places.credential(turn, capabilities, credential.type(), turn).thenCompose(place -> {
            AccessEntry before = current(entry);
            List<Credential> more = new ArrayList<>(before.credentials());
            more.add(place);
            // Written down first: if the answer is lost, the key still leads to all that may be there.
            desk.journal().put(before.withCredentials(more));
            return writes.writeCredential(turn, WriteMode.ADD, entry.userIndex(), place, credential.secret())
                    .handle((outcome, failure) -> {
                        if (failure == null) {
                            return Shape.done(outcome);
                        }
                        LockCredentialException typed = Failures.typed(failure);
                        if (Failures.isRefusal(typed)) {
                            desk.journal().put(before);
                        }
                        boolean next = typed.reason() == Reason.OCCUPIED
                                && attempt < desk.context().credentialSlots().attempts();
                        return next
                                ? addNext(turn, capabilities, entry, credential, attempt + 1)
                                : CompletableFuture.<Outcome>failedFuture(typed);
                    })
                    .thenCompose(Function.identity());
        });
    }

    private AccessEntry current(AccessEntry entry) {
        return desk.journal().find(entry.key()).orElse(entry);
    }
}
