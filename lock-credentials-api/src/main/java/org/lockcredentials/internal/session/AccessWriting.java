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

    /** Puts all of it where it is intended. */
    CompletableFuture<Void> putAll() {
        return Shape.slotIsUser(capabilities) ? putCode(1) : putUser(1).thenCompose(put -> putEach(0));
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
                                attempt.intend(index, attempt.intent().credentials());
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

    /** A user of ours is there: each credential is there already, or its place is ours to write, or another is found for it. */
    CompletableFuture<Void> settle(User user) {
        return settleCredential(0, user);
    }

    private CompletableFuture<Void> settleCredential(int from, User user) {
        if (from == request.credentials().size()) {
            return CompletableFuture.allOf();
        }
        Credential place = attempt.intent().credentials().get(from);
        NewCredential credential = request.credentials().get(from);
        return AccessRecovery.holds(turn, user.index(), place, credential.secret())
                .thenCompose(held -> held.orElse(false)
                        ? CompletableFuture.allOf()
                        : survey.readCredential(turn, place).thenCompose(state -> switch (state.occupancy()) {
                            case FREE -> putOne(from, 1);
                            case OCCUPIED ->
                                isOf(user, place, state.userIndex())
                                        ? put(from, WriteMode.MODIFY)
                                        : move(from).thenCompose(moved -> putOne(from, 1));
                            case UNKNOWN -> {
                                // It may be ours or not; if it is, the lock will refuse the same code at another place.
                                attempt.suspect(List.of(place));
                                yield move(from).thenCompose(moved -> putOne(from, 1));
                            }
                        }))
                .thenCompose(settled -> settleCredential(from + 1, user));
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
                                attempt.intend(other, List.of(new Credential(code.type(), other)));
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
            return writes.deleteUser(turn, added).thenAccept(gone -> taken(which, suspect, owner));
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
