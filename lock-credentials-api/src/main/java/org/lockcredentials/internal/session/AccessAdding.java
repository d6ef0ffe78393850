package org.lockcredentials.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.AccessGrant.State;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Leftover;
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
import org.lockcredentials.spi.WriteMode;

/**
 * One run of {@code access.add}: user, credentials and schedules, all or nothing.
 *
 * <p>The journal names the places before the lock hears of them. Whoever comes after a crash, or after a lost answer, finds there where to look, and
 * {@link AccessRecovery} decides what of it is ours.
 */
final class AccessAdding {

    private final LockDesk desk;
    private final Survey survey;
    private final Places places;
    private final Writes writes;
    private final Turn turn;
    private final Capabilities capabilities;
    private final AccessRequest request;
    private final List<Credential> written = new ArrayList<>();
    private List<Credential> suspects = List.of();
    private Outcome outcome = Outcome.NO_CHANGE;
    private boolean userIsThere;
    private boolean presumed;
    private @Nullable AccessEntry entry;

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
        this.places = places;
        this.writes = writes;
        this.turn = turn;
        this.capabilities = capabilities;
        this.request = request;
    }

    CompletableFuture<Receipt> run() {
        // Its places from an earlier attempt are its own to choose again.
        desk.memory().release(request.key());
        Optional<AccessEntry> found = desk.journal().find(request.key());
        CompletableFuture<Receipt> end =
                found.isPresent() ? new AccessRecovery(this, survey, found.get()).run() : anew(List.of());
        return end.handle(
                        (receipt, failure) -> failure == null ? Shape.done(receipt) : rollBack(Failures.typed(failure)))
                .thenCompose(Function.identity())
                .whenComplete((receipt, failure) -> {
                    desk.memory().release(request.key());
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
        suspects = doubtful;
        return chooseUser()
                .thenCompose(index -> choosePlaces(index, new ArrayList<>(), 0).thenCompose(chosen -> {
                    intend(index, chosen);
                    return putAll();
                }));
    }

    /** Puts it at the places of an earlier attempt, where nothing is. */
    CompletableFuture<Receipt> at(AccessEntry earlier) {
        suspects = earlier.suspects();
        desk.reserve(earlier);
        return choosePlaces(earlier.userIndex(), new ArrayList<>(), 0, earlier.credentials())
                .thenCompose(chosen -> {
                    intend(earlier.userIndex(), chosen);
                    return putAll();
                });
    }

    /** Goes on with a user who is ours and there already. */
    CompletableFuture<Receipt> with(AccessEntry earlier, User user) {
        suspects = earlier.suspects();
        userIsThere = true;
        outcome = Outcome.CONFIRMED;
        desk.reserve(earlier);
        return choosePlaces(user.index(), new ArrayList<>(), 0, earlier.credentials())
                .thenCompose(chosen -> {
                    intend(user.index(), chosen);
                    return settleCredential(0, user);
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
        entry = earlier;
        outcome = outcome.and(how);
        userIsThere = true;
        writes.keepName(capabilities, user(earlier.userIndex()));
        return finish();
    }

    /** It was there all the time. */
    CompletableFuture<Receipt> unchanged(AccessEntry there) {
        return Shape.done(Receipt.of(desk.id(), Outcome.NO_CHANGE, there.userIndex(), there.credentials()));
    }

    private CompletableFuture<Integer> chooseUser() {
        OptionalInt named = namedIndex();
        if (named.isEmpty()) {
            return places.user(turn, capabilities, request.credentials().get(0).type(), request.key());
        }
        int index = named.getAsInt();
        return survey.user(turn, capabilities, index)
                .thenCompose(state -> state.occupancy() == Occupancy.FREE
                                && desk.memory().reserveUser(index, request.key(), desk.now(), desk.heldUntil(turn))
                        ? Shape.done(index)
                        : Shape.failed(Reason.OCCUPIED, "index " + index + " is not known to be free"));
    }

    private OptionalInt namedIndex() {
        OptionalInt index = request.user().index();
        return index.isEmpty() && Shape.slotIsUser(capabilities)
                ? request.credentials().get(0).slot()
                : index;
    }

    private CompletableFuture<List<Credential>> choosePlaces(int userIndex, List<Credential> chosen, int from) {
        return choosePlaces(userIndex, chosen, from, List.of());
    }

    private CompletableFuture<List<Credential>> choosePlaces(
            int userIndex, List<Credential> chosen, int from, List<Credential> earlier) {
        if (from == request.credentials().size()) {
            return Shape.done(chosen);
        }
        NewCredential credential = request.credentials().get(from);
        return choosePlace(userIndex, credential, chosen, earlier).thenCompose(place -> {
            chosen.add(place);
            return choosePlaces(userIndex, chosen, from + 1, earlier);
        });
    }

    private CompletableFuture<Credential> choosePlace(
            int userIndex, NewCredential credential, List<Credential> chosen, List<Credential> earlier) {
        CredentialType type = credential.type();
        if (Shape.slotIsUser(capabilities)) {
            return Shape.done(new Credential(type, userIndex));
        }
        Optional<Credential> same = earlier.stream()
                .filter(place -> place.type() == type && !chosen.contains(place))
                .filter(place ->
                        credential.slot().isEmpty() || credential.slot().getAsInt() == place.slot())
                .findFirst();
        if (same.isPresent()) {
            return Shape.done(same.get());
        }
        if (credential.slot().isEmpty()) {
            return places.credential(turn, capabilities, type, request.key());
        }
        Credential place = new Credential(type, credential.slot().getAsInt());
        return survey.credential(turn, place)
                .thenCompose(state -> state.occupancy() == Occupancy.FREE
                                && desk.memory()
                                        .reserveCredential(place, request.key(), desk.now(), desk.heldUntil(turn))
                        ? Shape.done(place)
                        : Shape.failed(Reason.OCCUPIED, "slot " + place.slot() + " is not known to be free"));
    }

    private void intend(int userIndex, List<Credential> chosen) {
        AccessEntry intent = new AccessEntry(
                request.key(), State.UNFINISHED, userIndex, request.user().name(), chosen, suspects);
        desk.journal().put(intent);
        entry = intent;
    }

    private AccessEntry intent() {
        return Objects.requireNonNull(entry, "nothing is sent before it is intended");
    }

    private CompletableFuture<Receipt> putAll() {
        return Shape.slotIsUser(capabilities)
                ? putCode(1).thenCompose(put -> finish())
                : putUser(1).thenCompose(put -> putEach(0)).thenCompose(put -> finish());
    }

    private CompletableFuture<Void> putUser(int attempt) {
        return writes.addUser(
                        turn,
                        capabilities,
                        user(intent().userIndex()),
                        request.user().expiry())
                .thenAccept(added -> {
                    userIsThere = true;
                    outcome = outcome.and(added);
                })
                .handle((put, failure) -> recovered(failure, typed -> {
                    boolean next = typed.reason() == Reason.OCCUPIED
                            && namedIndex().isEmpty()
                            && attempt < desk.context().userSlots().attempts();
                    return next
                            ? chooseUser().thenCompose(index -> {
                                intend(index, intent().credentials());
                                return putUser(attempt + 1);
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

    private CompletableFuture<Void> putOne(int which, int attempt) {
        NewCredential credential = request.credentials().get(which);
        return put(which, WriteMode.ADD)
                .handle((put, failure) -> recovered(failure, typed -> {
                    Optional<Credential> suspect = suspectFor(typed, credential.type());
                    if (suspect.isPresent()) {
                        return take(which, suspect.get());
                    }
                    boolean next = typed.reason() == Reason.OCCUPIED
                            && credential.slot().isEmpty()
                            && attempt < desk.context().credentialSlots().attempts();
                    return next
                            ? move(which).thenCompose(moved -> putOne(which, attempt + 1))
                            : CompletableFuture.failedFuture(typed);
                }))
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Void> put(int which, WriteMode mode) {
        Credential place = intent().credentials().get(which);
        return writes.writeCredential(
                        turn,
                        mode,
                        intent().userIndex(),
                        place,
                        request.credentials().get(which).secret())
                .thenAccept(put -> {
                    written.add(place);
                    outcome = outcome.and(put);
                });
    }

    private CompletableFuture<Void> move(int which) {
        CredentialType type = request.credentials().get(which).type();
        return places.credential(turn, capabilities, type, request.key()).thenAccept(place -> {
            List<Credential> all = new ArrayList<>(intent().credentials());
            all.set(which, place);
            intend(intent().userIndex(), all);
        });
    }

    // A user of ours is there: each credential is there already, or its place is ours to write, or another is found for
    // it.
    private CompletableFuture<Void> settleCredential(int from, User user) {
        if (from == request.credentials().size()) {
            return CompletableFuture.allOf();
        }
        Credential place = intent().credentials().get(from);
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
                                suspects = List.of(place);
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

    private CompletableFuture<Void> putCode(int attempt) {
        NewCredential code = request.credentials().get(0);
        int index = intent().userIndex();
        return writes.addUserWithCode(
                        turn,
                        capabilities,
                        user(index),
                        request.user().expiry(),
                        new Credential(code.type(), index),
                        code.secret())
                .thenAccept(put -> {
                    userIsThere = true;
                    written.add(new Credential(code.type(), index));
                    outcome = outcome.and(put);
                })
                .handle((put, failure) -> recovered(failure, typed -> {
                    Optional<Credential> suspect = suspectFor(typed, code.type());
                    if (suspect.isPresent()) {
                        return take(0, suspect.get());
                    }
                    boolean next = typed.reason() == Reason.OCCUPIED
                            && namedIndex().isEmpty()
                            && attempt < desk.context().userSlots().attempts();
                    return next
                            ? chooseUser().thenCompose(other -> {
                                intend(other, List.of(new Credential(code.type(), other)));
                                return putCode(attempt + 1);
                            })
                            : CompletableFuture.failedFuture(typed);
                }))
                .thenCompose(Function.identity());
    }

    // The lock knows the code, and an earlier attempt of this key ended without an answer at a place that it does not
    // show: it is that one.
    private Optional<Credential> suspectFor(LockCredentialException refusal, CredentialType type) {
        return refusal.reason() == Reason.DUPLICATE
                ? suspects.stream().filter(place -> place.type() == type).findFirst()
                : Optional.empty();
    }

    private CompletableFuture<Void> take(int which, Credential suspect) {
        if (Shape.slotIsUser(capabilities)) {
            taken(which, suspect, suspect.slot());
            return CompletableFuture.allOf();
        }
        int added = intent().userIndex();
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
        outcome = outcome.and(Outcome.UNVERIFIED);
        userIsThere = true;
        List<Credential> all = new ArrayList<>(intent().credentials());
        all.set(which, suspect);
        suspects = List.of();
        intend(user, all);
        writes.keepName(capabilities, user(user));
    }

    private CompletableFuture<Receipt> finish() {
        AccessEntry done = intent();
        CompletableFuture<Outcome> scheduled = request.schedules().isEmpty()
                ? Shape.done(Outcome.NO_CHANGE)
                : SchedulesOfLock.write(desk, turn, capabilities, done.userIndex(), request.schedules());
        return scheduled.thenApply(how -> {
            desk.journal().put(done.active());
            return Receipt.of(desk.id(), outcome.and(how), done.userIndex(), done.credentials());
        });
    }

    private CompletableFuture<Receipt> rollBack(LockCredentialException why) {
        AccessEntry begun = entry;
        if (!Failures.isRefusal(why)) {
            // The lock is away or its answer is lost: what is there will be found by the next call with this key.
            return CompletableFuture.failedFuture(why);
        }
        if (begun == null) {
            // It failed before it was known what an earlier attempt left, so what the journal says stays.
            return CompletableFuture.failedFuture(why);
        }
        if (!userIsThere) {
            forget();
            return CompletableFuture.failedFuture(why);
        }
        if (presumed) {
            return CompletableFuture.failedFuture(why.leaving(leftovers(begun)));
        }
        return writes.deleteUser(turn, begun.userIndex()).handle((gone, failure) -> {
            if (failure != null) {
                throw why.leaving(leftovers(begun));
            }
            desk.users().forget(begun.userIndex());
            forget();
            throw why;
        });
    }

    private List<Leftover> leftovers(AccessEntry begun) {
        List<Leftover> left = new ArrayList<>();
        left.add(new Leftover.LeftUser(begun.userIndex()));
        written.forEach(place -> left.add(new Leftover.LeftCredential(begun.userIndex(), place)));
        return left;
    }

    // Nothing of this key is on the lock, unless an earlier attempt left a code that the lock does not show.
    private void forget() {
        if (suspects.isEmpty()) {
            desk.journal().forget(request.key());
        } else if (Shape.slotIsUser(capabilities)) {
            intend(suspects.get(0).slot(), suspects);
        }
    }

    private User user(int index) {
        return request.user().applyTo(User.general(index, Optional.empty()));
    }

    private static CompletableFuture<Void> recovered(
            @Nullable Throwable failure, Function<LockCredentialException, CompletableFuture<Void>> otherwise) {
        return failure == null ? CompletableFuture.allOf() : otherwise.apply(Failures.typed(failure));
    }
}
