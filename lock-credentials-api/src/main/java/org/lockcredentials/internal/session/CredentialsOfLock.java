package org.lockcredentials.internal.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Credentials;
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
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.WriteMode;

/** The credentials of one lock. */
final class CredentialsOfLock implements Credentials {

    private final LockDesk desk;
    private final Survey survey;
    private final Places places;
    private final Writes writes;
    private final Learning learning;

    CredentialsOfLock(LockDesk desk, Survey survey, Places places, Writes writes) {
        this.desk = desk;
        this.survey = survey;
        this.places = places;
        this.writes = writes;
        this.learning = new Learning(desk, survey, places);
    }

    @Override
    public CompletableFuture<Receipt> set(int userIndex, NewCredential credential) {
        Secret secret = credential.secret().copy();
        NewCredential own = new NewCredential(credential.type(), credential.slot(), secret);
        return desk.run(
                List.of(secret),
                (turn, capabilities) -> UsersOfLock.valid(checked(capabilities, userIndex, own))
                        .thenCompose(valid -> Shape.slotIsUser(capabilities)
                                ? setOfUser(turn, capabilities, userIndex, own)
                                : setSeparate(turn, capabilities, userIndex, own)));
    }

    @Override
    public CompletableFuture<SlotState> status(CredentialType type, int slot) {
        return desk.run((turn, capabilities) -> UsersOfLock.valid(
                        validation(capabilities).slot(type, slot))
                .thenCompose(valid -> survey.readCredential(turn, new Credential(type, slot))));
    }

    @Override
    public CompletableFuture<Receipt> delete(CredentialType type, int slot) {
        return desk.run((turn, capabilities) -> UsersOfLock.valid(
                        validation(capabilities).writableSlot(type, slot))
                .thenCompose(valid -> delete(turn, capabilities, new Credential(type, slot))));
    }

    @Override
    public CompletableFuture<Receipt> learn(int userIndex, CredentialType type, Duration patience) {
        return learning.learn(userIndex, type, patience);
    }

    @Override
    public CompletableFuture<Receipt> cancelLearning() {
        return learning.cancel();
    }

    @Override
    public CompletableFuture<Receipt> assign(Credential place, int userIndex) {
        return desk.run((turn, capabilities) -> UsersOfLock.valid(validation(capabilities)
                        .feature(Capabilities.Feature.CREDENTIAL_ASSIGNMENT, "handing a credential to another user")
                        .writableSlot(place.type(), place.slot())
                        .writableUser(userIndex))
                .thenCompose(valid -> turn.tell(driver -> driver.assign(place, userIndex)))
                .thenApply(outcome -> {
                    desk.memory().doubtCredential(place);
                    desk.memory().doubtUser(userIndex);
                    return Receipt.of(desk.id(), outcome, userIndex, List.of(place));
                }));
    }

    @Override
    public CompletableFuture<Occupancy> adminCode() {
        return desk.run((turn, capabilities) -> UsersOfLock.valid(
                        validation(capabilities).feature(Capabilities.Feature.ADMIN_CODE, "an admin code"))
                .thenCompose(valid -> turn.ask(LockDriver::readAdminCode)));
    }

    @Override
    public CompletableFuture<Receipt> setAdminCode(Secret code) {
        Secret own = code.copy();
        return desk.run(
                List.of(own),
                (turn, capabilities) -> UsersOfLock.valid(
                                validation(capabilities).adminCode(own))
                        .thenCompose(valid -> turn.tell(driver -> driver.writeAdminCode(Optional.of(own))))
                        .thenApply(outcome -> Receipt.of(desk.id(), outcome)));
    }

    @Override
    public CompletableFuture<Receipt> clearAdminCode() {
        return desk.run((turn, capabilities) -> UsersOfLock.valid(
                        validation(capabilities).feature(Capabilities.Feature.ADMIN_CODE, "an admin code"))
                .thenCompose(valid -> turn.tell(driver -> driver.writeAdminCode(Optional.empty())))
                .thenApply(outcome -> Receipt.of(desk.id(), outcome)));
    }

    private Validation validation(Capabilities capabilities) {
        return new Validation(capabilities, desk.context());
    }

    private Validation checked(Capabilities capabilities, int userIndex, NewCredential credential) {
        boolean missing = desk.users().find(userIndex).isEmpty()
                && desk.memory()
                        .slots()
                        .userAt(userIndex)
                        .filter(Occupancy.FREE::equals)
                        .isPresent();
        Validation validation = validation(capabilities)
                .credential(credential)
                .writableUser(userIndex)
                .slotOfUser(credential.slot(), userIndex)
                .knownUser(missing, userIndex);
        if (!Shape.slotIsUser(capabilities)) {
            desk.memory()
                    .user(userIndex)
                    .ifPresent(user -> validation.perUser(credential.type(), after(user, credential)));
        }
        return validation;
    }

    /** How many credentials of that type the user has afterwards. */
    private static long after(User user, NewCredential credential) {
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
                    Validation count = validation(capabilities);
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
            UserRecord kept = record.get();
            return writes.addUserWithCode(turn, capabilities, kept.user(), kept.expiry(), place, credential.secret())
                    .thenApply(outcome -> {
                        desk.users().put(UserRecord.present(index, kept.user().name()));
                        desk.memory().slots().release(LockDesk.holderOf(index));
                        return receipt(outcome, index, place);
                    });
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

    private CompletableFuture<Receipt> delete(Turn turn, Capabilities capabilities, Credential place) {
        if (Shape.slotIsUser(capabilities)) {
            return deleteOnLock(turn, place).thenApply(outcome -> {
                boolean disabled = desk.users()
                        .find(place.slot(), UserRecord.State.DISABLED)
                        .isPresent();
                // No user without a code: with its only code the user is gone, a kept one excepted, who never had one.
                if (desk.users().find(place.slot(), UserRecord.State.KEPT).isEmpty()) {
                    desk.users().forget(place.slot());
                    desk.memory().slots().release(LockDesk.holderOf(place.slot()));
                }
                return receipt(disabled ? outcome.and(Outcome.CONFIRMED) : outcome, place.slot(), place);
            });
        }
        Optional<UserRecord> disabled = desk.users().all().stream()
                .filter(user -> user.is(UserRecord.State.DISABLED))
                .filter(user -> user.user().credentials().contains(place))
                .findFirst();
        if (disabled.isPresent()) {
            return Shape.done(dropKept(disabled.get(), place));
        }
        return survey.credential(turn, place)
                .thenCompose(state -> state.occupancy() == Occupancy.FREE
                        ? Shape.done(Receipt.of(desk.id(), Outcome.NO_CHANGE))
                        : writes.deleteCredential(turn, state.userIndex().orElse(0), place)
                                .thenApply(
                                        outcome -> new Receipt(desk.id(), outcome, state.userIndex(), List.of(place))));
    }

    /** A lock that has no word for it says of a slot that was free before that it is deleted. */
    private CompletableFuture<Outcome> deleteOnLock(Turn turn, Credential place) {
        boolean free = desk.memory()
                .slots()
                .credentialAt(place)
                .filter(state -> state.occupancy() == Occupancy.FREE)
                .isPresent();
        return free ? Shape.done(Outcome.NO_CHANGE) : writes.deleteCredential(turn, place.slot(), place);
    }

    private Receipt dropKept(UserRecord record, Credential place) {
        Map<Credential, Secret> codes = desk.users().codes(record.index());
        try {
            Map<Credential, Secret> rest = new LinkedHashMap<>(codes);
            rest.remove(place);
            List<Credential> left = new ArrayList<>(record.user().credentials());
            left.remove(place);
            desk.users().keepCodes(record.index(), rest);
            desk.users().put(UserRecord.disabled(record.user().withCredentials(left)));
            return receipt(Outcome.CONFIRMED, record.index(), place);
        } finally {
            codes.values().forEach(Secret::wipe);
        }
    }

    private Receipt receipt(Outcome outcome, int userIndex, Credential place) {
        return Receipt.of(desk.id(), outcome, userIndex, List.of(place));
    }
}
