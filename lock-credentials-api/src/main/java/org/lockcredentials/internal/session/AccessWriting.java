package org.lockcredentials.internal.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Reason;
import org.lockcredentials.User;
import org.lockcredentials.internal.queue.Failures;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.spi.WriteMode;

/** Writes what one run of {@code access.add} intends, and goes to another place when the lock says that one is taken. */
final class AccessWriting {

    private final LockDesk desk;
    private final Survey survey;
    private final AccessPlaces places;
    private final Writes writes;
    private final Turn turn;
    private final Capabilities capabilities;
    private final AccessAttempt attempt;
    private final AccessRequest request;
    private boolean ownCodeRefused;

    AccessWriting(
            LockDesk desk,
            Survey survey,
            AccessPlaces places,
            Writes writes,
            Turn turn,
            Capabilities capabilities,
            AccessAttempt attempt) {
        this.desk = desk;
        this.survey = survey;
        this.places = places;
        this.writes = writes;
        this.turn = turn;
        this.capabilities = capabilities;
        this.attempt = attempt;
        this.request = attempt.request();
    }

    /**
     * Puts all of it where it is intended. Where users are apart from codes, the code comes last: it opens nothing before the user is
     * what the request says and goes by its schedules. Where a code is its user, the lock takes no schedule before the code, so that a code whose
     * schedules were not heard to be there is taken off again.
     */
    CompletableFuture<Void> putAll() {
        return Shape.slotIsUser(capabilities)
                ? putCode(1).thenCompose(put -> bindCode())
                : putUser(1).thenCompose(put -> putSchedules()).thenCompose(put -> putEach(0));
    }

    /** A user of ours is there: makes it what the request says, and puts what of its credentials is not there. */
    CompletableFuture<Void> finishUser(User there, User wanted) {
        return change(there, wanted)
                .thenCompose(changed -> putSchedules())
                .thenCompose(put -> settleCredential(0, wanted, false))
                .handle((settled, failure) -> recovered(
                        failure,
                        typed -> ownCodeRefused && typed.reason() == Reason.DUPLICATE
                                ? startOver(there.index())
                                : CompletableFuture.failedFuture(typed)))
                .thenCompose(Function.identity());
    }

    /** The user and some of its credentials are there and finished: puts the others. */
    CompletableFuture<Void> putMissing(User user) {
        return putSchedules().thenCompose(put -> settleCredential(0, user, true));
    }

    /** The code is there, and with it its user: makes it what the request says. */
    CompletableFuture<Void> finishCode() {
        int index = attempt.intent().userIndex();
        User wanted = attempt.user(index);
        writes.keepName(capabilities, wanted);
        User plain = User.general(index, wanted.name());
        CompletableFuture<Void> changed = wanted.equals(plain)
                ? CompletableFuture.allOf()
                : writes.modifyUser(
                                turn,
                                capabilities,
                                wanted.withCredentials(attempt.intent().credentials()),
                                request.user().expiry())
                        .thenAccept(attempt::add);
        return changed.thenCompose(done -> bindCode());
    }

    private CompletableFuture<Void> change(User there, User wanted) {
        if (wanted.equals(there) && request.user().expiry().isEmpty()) {
            return CompletableFuture.allOf();
        }
        if (!Shape.keepsNames(capabilities)
                && wanted.equals(there.withName(wanted.name()))
                && request.user().expiry().isEmpty()) {
            writes.keepName(capabilities, wanted);
            return CompletableFuture.allOf();
        }
        return writes.modifyUser(turn, capabilities, wanted, request.user().expiry())
                .thenAccept(changed -> {
                    attempt.add(changed);
                    attempt.renamed(wanted.name());
                });
    }

    // Some locks call a code a duplicate of itself. What is there is this key's and nobody relies on it yet, so it is
    // taken
    // off and put there again: what is a duplicate in truth is refused then too.
    private CompletableFuture<Void> startOver(int userIndex) {
        return writes.deleteUser(turn, userIndex).thenCompose(gone -> putAll());
    }

    private CompletableFuture<Void> putSchedules() {
        return request.schedules().isEmpty()
                ? CompletableFuture.allOf()
                : SchedulesOfLock.write(
                                desk, turn, capabilities, attempt.intent().userIndex(), request.schedules())
                        .thenAccept(attempt::add);
    }

    private CompletableFuture<Void> bindCode() {
        return putSchedules()
                .handle((bound, failure) -> recovered(failure, typed -> {
                    if (Failures.isRefusal(typed)) {
                        return CompletableFuture.failedFuture(typed);
                    }
                    return writes.deleteUser(turn, attempt.intent().userIndex()).handle((gone, left) -> {
                        throw left == null ? typed : typed.leaving(attempt.leftovers());
                    });
                }))
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Void> putUser(int time) {
        return writes.addUser(
                        turn,
                        capabilities,
                        attempt.user(attempt.intent().userIndex()),
                        request.user().expiry())
                .thenAccept(added -> {
                    attempt.userIsThere();
                    attempt.add(added);
                })
                .handle((put, failure) -> recovered(failure, typed -> {
                    boolean next = typed.reason() == Reason.OCCUPIED
                            && places.namedUser().isEmpty()
                            && !attempt.isReturning()
                            && time < desk.context().userSlots().attempts();
                    return next
                            ? places.user().thenCompose(index -> {
                                attempt.begin(index, attempt.intent().credentials());
                                return putUser(time + 1);
                            })
                            : CompletableFuture.failedFuture(typed);
                }))
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Void> putEach(int from) {
        return from == request.credentials().size()
                ? CompletableFuture.allOf()
                : putOne(from, 1).thenCompose(put -> putEach(from + 1));
    }

    private CompletableFuture<Void> putOne(int which, int time) {
        NewCredential credential = request.credentials().get(which);
        return put(which, WriteMode.ADD)
                .handle((put, failure) -> recovered(failure, typed -> {
                    Optional<Credential> suspect = attempt.suspectFor(typed, credential.type());
                    if (suspect.isPresent()) {
                        return take(which, suspect.get());
                    }
                    boolean next = typed.reason() == Reason.OCCUPIED
                            && credential.slot().isEmpty()
                            && time < desk.context().credentialSlots().attempts();
                    return next
                            ? move(which).thenCompose(moved -> putOne(which, time + 1))
                            : CompletableFuture.failedFuture(typed);
                }))
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Void> put(int which, WriteMode mode) {
        Credential place = attempt.intent().credentials().get(which);
        return writes.writeCredential(
                        turn,
                        mode,
                        attempt.intent().userIndex(),
                        place,
                        request.credentials().get(which).secret())
                .thenAccept(put -> attempt.wrote(place, put));
    }

    private CompletableFuture<Void> move(int which) {
        CredentialType type = request.credentials().get(which).type();
        return places.another(type).thenAccept(place -> attempt.move(which, place));
    }

    // Each credential is there already, or its place is ours to write, or another is found for it.
    private CompletableFuture<Void> settleCredential(int from, User user, boolean onlyMissing) {
        if (from == request.credentials().size()) {
            return CompletableFuture.allOf();
        }
        Credential place = attempt.intent().credentials().get(from);
        boolean there = onlyMissing && user.credentials().contains(place);
        return (there ? CompletableFuture.allOf() : settle(from, user, place))
                .thenCompose(settled -> settleCredential(from + 1, user, onlyMissing));
    }

    private CompletableFuture<Void> settle(int which, User user, Credential place) {
        NewCredential credential = request.credentials().get(which);
        return AccessRecovery.holds(turn, user.index(), place, credential.secret())
                .thenCompose(held -> held.orElse(false)
                        ? CompletableFuture.allOf()
                        : survey.readCredential(turn, place).thenCompose(state -> switch (state.occupancy()) {
                            case FREE -> putOne(which, 1);
                            case OCCUPIED ->
                                isOf(user, place, state.userIndex())
                                        ? overwrite(which)
                                        : move(which).thenCompose(moved -> putOne(which, 1));
                            case UNKNOWN -> {
                                // It may be ours or not; if it is, the lock will refuse the same code at another place.
                                attempt.alsoSuspect(place);
                                yield move(which).thenCompose(moved -> putOne(which, 1));
                            }
                        }));
    }

    private CompletableFuture<Void> overwrite(int which) {
        return put(which, WriteMode.MODIFY).whenComplete((put, failure) -> ownCodeRefused |= failure != null);
    }

    private static boolean isOf(User user, Credential place, OptionalInt owner) {
        return owner.isPresent()
                ? owner.getAsInt() == user.index()
                : user.credentials().contains(place);
    }

    private CompletableFuture<Void> putCode(int time) {
        NewCredential code = request.credentials().get(0);
        int index = attempt.intent().userIndex();
        return writes.addUserWithCode(
                        turn,
                        capabilities,
                        attempt.user(index),
                        request.user().expiry(),
                        new Credential(code.type(), index),
                        code.secret())
                .thenAccept(put -> {
                    attempt.userIsThere();
                    attempt.wrote(new Credential(code.type(), index), put);
                })
                .handle((put, failure) -> recovered(failure, typed -> {
                    Optional<Credential> suspect = attempt.suspectFor(typed, code.type());
                    if (suspect.isPresent()) {
                        return take(0, suspect.get());
                    }
                    boolean next = typed.reason() == Reason.OCCUPIED
                            && places.namedUser().isEmpty()
                            && !attempt.isReturning()
                            && time < desk.context().userSlots().attempts();
                    return next
                            ? places.user().thenCompose(other -> {
                                attempt.begin(other, List.of(new Credential(code.type(), other)));
                                return putCode(time + 1);
                            })
                            : CompletableFuture.failedFuture(typed);
                }))
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Void> take(int which, Credential suspect) {
        if (Shape.slotIsUser(capabilities)) {
            taken(which, suspect, suspect.slot());
            return CompletableFuture.allOf();
        }
        int added = attempt.intent().userIndex();
        return survey.readCredential(turn, suspect).thenCompose(state -> {
            int owner = state.userIndex().orElse(added);
            if (owner == added) {
                taken(which, suspect, added);
                return CompletableFuture.allOf();
            }
            // The code is there with the user of the earlier attempt, so the one of this attempt is one too many.
            return writes.deleteUser(turn, added).thenCompose(gone -> {
                taken(which, suspect, owner);
                return putSchedules();
            });
        });
    }

    private void taken(int which, Credential suspect, int user) {
        attempt.taken(which, suspect, user);
        writes.keepName(capabilities, attempt.user(user));
    }

    private static CompletableFuture<Void> recovered(
            @Nullable Throwable failure, Function<LockCredentialException, CompletableFuture<Void>> otherwise) {
        return failure == null ? CompletableFuture.allOf() : otherwise.apply(Failures.typed(failure));
    }
}
