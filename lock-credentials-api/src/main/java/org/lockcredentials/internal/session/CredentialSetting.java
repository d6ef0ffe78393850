package org.lockcredentials.internal.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.internal.queue.Failures;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.internal.record.UserRecord;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.WriteMode;

/** Puts credentials on the lock: at the slot that is named, or at the lowest that is free. */
final class CredentialSetting {

    private final LockDesk desk;
    private final Survey survey;
    private final Places places;
    private final Writes writes;

    CredentialSetting(LockDesk desk, Survey survey, Places places, Writes writes) {
        this.desk = desk;
        this.survey = survey;
        this.places = places;
        this.writes = writes;
    }

    /** @param credential checked, and of a user that may be missing all the same */
    CompletableFuture<Receipt> set(Turn turn, Capabilities capabilities, int userIndex, NewCredential credential) {
        return Shape.slotIsUser(capabilities)
                ? setOfUser(turn, capabilities, userIndex, credential)
                : setSeparate(turn, capabilities, userIndex, credential);
    }

    /** How many credentials of that type the user has afterwards. */
    static long after(User user, NewCredential credential) {
        return 1
                + user.credentials().stream()
                        .filter(place -> place.type() == credential.type())
                        .filter(place -> !credential.slot().equals(OptionalInt.of(place.slot())))
                        .count();
    }

    private CompletableFuture<Receipt> setSeparate(
            Turn turn, Capabilities capabilities, int userIndex, NewCredential credential) {
        return survey.existing(turn, capabilities, userIndex)
                .thenCompose(user -> {
                    Validation count = new Validation(capabilities, desk.context());
                    user.ifPresent(known -> count.perUser(credential.type(), after(known, credential)));
                    return UsersOfLock.valid(count);
                })
                .thenCompose(valid -> credential.slot().isPresent()
                        ? setAt(
                                turn,
                                userIndex,
                                new Credential(
                                        credential.type(), credential.slot().getAsInt()),
                                credential.secret(),
                                true)
                        : addNext(turn, capabilities, userIndex, credential, 1))
                .whenComplete((receipt, failure) -> desk.release(LockDesk.writerFor(userIndex), failure));
    }

    private CompletableFuture<Receipt> addNext(
            Turn turn, Capabilities capabilities, int userIndex, NewCredential credential, int attempt) {
        return places.credential(turn, capabilities, credential.type(), LockDesk.writerFor(userIndex))
                .thenCompose(place -> writes.writeCredential(turn, WriteMode.ADD, userIndex, place, credential.secret())
                        .thenApply(outcome -> receipt(outcome, userIndex, place)))
                .handle((receipt, failure) -> {
                    if (failure == null) {
                        return Shape.done(receipt);
                    }
                    LockCredentialException typed = Failures.typed(failure);
                    boolean next = typed.reason() == Reason.OCCUPIED
                            && attempt < desk.context().credentialSlots().attempts();
                    return next
                            ? addNext(turn, capabilities, userIndex, credential, attempt + 1)
                            : CompletableFuture.<Receipt>failedFuture(typed);
                })
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Receipt> setAt(
            Turn turn, int userIndex, Credential place, Secret secret, boolean trustMemory) {
        // Where nothing is known the lock is told to add before it is asked: it refuses if something is there.
        boolean untold = desk.memory().slots().credentialAt(place).isEmpty();
        CompletableFuture<WriteMode> chosen = untold && trustMemory
                ? Shape.done(WriteMode.ADD)
                : survey.credential(turn, place).thenCompose(state -> mode(state, userIndex));
        return chosen.thenCompose(mode -> desk.memory()
                                .slots()
                                .reserveCredential(
                                        place, LockDesk.writerFor(userIndex), desk.now(), desk.heldUntil(turn))
                        ? writes.writeCredential(turn, mode, userIndex, place, secret)
                        : Shape.<Outcome>failed(Reason.OCCUPIED, "slot " + place.slot() + " is reserved"))
                .thenApply(outcome -> receipt(outcome, userIndex, place))
                .handle((receipt, failure) -> {
                    if (failure == null) {
                        return Shape.done(receipt);
                    }
                    LockCredentialException typed = Failures.typed(failure);
                    // The same code again may be called a duplicate of itself.
                    boolean stale = typed.reason() == Reason.NOT_FOUND
                            || typed.reason() == Reason.OCCUPIED
                            || typed.reason() == Reason.DUPLICATE && untold;
                    if (!stale || !trustMemory) {
                        return CompletableFuture.<Receipt>failedFuture(typed);
                    }
                    // The lock contradicts what was remembered or hoped of it: once more, with what it says now.
                    desk.memory().doubtCredential(place);
                    return setAt(turn, userIndex, place, secret, false);
                })
                .thenCompose(Function.identity());
    }

    private static CompletableFuture<WriteMode> mode(SlotState state, int userIndex) {
        if (state.occupancy() == Occupancy.FREE) {
            return Shape.done(WriteMode.ADD);
        }
        return state.occupancy() == Occupancy.OCCUPIED && state.userIndex().equals(OptionalInt.of(userIndex))
                ? Shape.done(WriteMode.MODIFY)
                : Shape.failed(
                        Reason.OCCUPIED,
                        "slot " + state.place().slot() + " is not known to be free or to be this user's");
    }

    private CompletableFuture<Receipt> setOfUser(
            Turn turn, Capabilities capabilities, int index, NewCredential credential) {
        Credential place = new Credential(credential.type(), index);
        Optional<UserRecord> record = desk.users().find(index);
        if (record.filter(user -> user.is(UserRecord.State.KEPT)).isPresent()) {
            return putFirst(turn, capabilities, record.get(), place, credential.secret());
        }
        if (record.filter(user -> user.is(UserRecord.State.SENT)).isPresent()) {
            return survey.readUser(turn, capabilities, index)
                    .thenCompose(state -> state.occupancy() == Occupancy.FREE
                            ? putFirst(turn, capabilities, record.get(), place, credential.secret())
                            : claimFirst(turn, capabilities, record.get(), place, credential.secret()));
        }
        if (record.filter(user -> user.is(UserRecord.State.DISABLED)).isPresent()) {
            desk.users().keepCodes(index, Map.of(place, credential.secret()));
            return Shape.done(receipt(Outcome.PENDING, index, place));
        }
        return survey.user(turn, capabilities, index)
                .thenCompose(state -> switch (state.occupancy()) {
                    case OCCUPIED -> Shape.done(WriteMode.MODIFY);
                    case FREE -> CompletableFuture.<WriteMode>failedFuture(Survey.missing(index));
                    // A masked code at the place of a user whom the SDK put there is that user's.
                    case UNKNOWN ->
                        record.isPresent()
                                ? Shape.done(WriteMode.MODIFY)
                                : Shape.<WriteMode>failed(
                                        Reason.OCCUPIED, "it cannot be known what is at slot " + index);
                })
                .thenCompose(mode -> writes.writeCredential(turn, mode, index, place, credential.secret()))
                .thenApply(outcome -> receipt(outcome, index, place));
    }

    // That the code is sent is written down first: whoever deletes the user must ask the lock from then on.
    private CompletableFuture<Receipt> putFirst(
            Turn turn, Capabilities capabilities, UserRecord kept, Credential place, Secret code) {
        desk.users().put(kept.sent());
        return writes.addUserWithCode(turn, capabilities, kept.user(), kept.expiry(), place, code)
                .whenComplete((outcome, failure) -> {
                    if (failure == null) {
                        isThere(kept);
                    } else if (!Failures.isLost(Failures.typed(failure))
                            && Failures.typed(failure).leftovers().isEmpty()) {
                        desk.users().put(new UserRecord(UserRecord.State.KEPT, kept.user(), kept.expiry()));
                    }
                })
                .thenApply(outcome -> receipt(outcome, kept.index(), place));
    }

    // Something is where the first code was sent: it is that one, or nobody can tell whose it is.
    private CompletableFuture<Receipt> claimFirst(
            Turn turn, Capabilities capabilities, UserRecord sent, Credential place, Secret code) {
        User there = sent.user().withCredentials(List.of(place));
        User plain = User.general(sent.index(), sent.user().name()).withCredentials(List.of(place));
        return turn.ask(driver -> driver.holds(new CredentialWrite(sent.index(), place, code)))
                .thenCompose(held -> {
                    if (!held.orElse(false)) {
                        return Shape.<Outcome>failed(
                                Reason.OCCUPIED,
                                "it cannot be told whether what is at slot " + place.slot()
                                        + " is this user's; delete the user to take it off");
                    }
                    return there.equals(plain)
                            ? Shape.done(Outcome.CONFIRMED)
                            : writes.modifyUser(turn, capabilities, there, sent.expiry());
                })
                .thenApply(outcome -> {
                    isThere(sent);
                    return receipt(outcome.and(Outcome.CONFIRMED), sent.index(), place);
                });
    }

    private void isThere(UserRecord user) {
        desk.users().put(UserRecord.present(user.index(), user.user().name()));
        desk.memory().slots().release(LockDesk.holderOf(user.index()));
    }

    private Receipt receipt(Outcome outcome, int userIndex, Credential place) {
        return Receipt.of(desk.id(), outcome, userIndex, List.of(place));
    }
}
