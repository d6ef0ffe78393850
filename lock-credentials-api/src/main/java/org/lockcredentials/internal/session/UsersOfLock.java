package org.lockcredentials.internal.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.lockcredentials.Capabilities;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.User;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.Users;
import org.lockcredentials.internal.queue.Failures;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.internal.record.AccessEntry;
import org.lockcredentials.internal.record.UserRecord;
import org.lockcredentials.spi.UserState;

/** The users of one lock. */
final class UsersOfLock implements Users {

    private final LockDesk desk;
    private final Survey survey;
    private final Places places;
    private final Writes writes;
    private final Emulation emulation;
    private final UserDeleting deleting;

    UsersOfLock(LockDesk desk, Survey survey, Places places, Writes writes) {
        this.desk = desk;
        this.survey = survey;
        this.places = places;
        this.writes = writes;
        this.emulation = new Emulation(desk, survey, writes);
        this.deleting = new UserDeleting(desk, survey, writes);
    }

    @Override
    public CompletableFuture<List<User>> list() {
        return desk.run(survey::users);
    }

    @Override
    public CompletableFuture<Optional<User>> get(int index) {
        return desk.run((turn, capabilities) -> valid(new Validation(capabilities, desk.context()).userIndex(index))
                .thenCompose(valid -> survey.readUser(turn, capabilities, index))
                .thenApply(state -> seen(capabilities, index, state)));
    }

    @Override
    public CompletableFuture<Receipt> set(UserUpdate update) {
        return desk.run((turn, capabilities) -> valid(new Validation(capabilities, desk.context())
                        .user(update)
                        .objections(desk.objections(update, List.of())))
                .thenCompose(valid -> update.index().isPresent()
                        ? setAt(turn, capabilities, update, update.index().getAsInt(), true)
                        : add(turn, capabilities, update)));
    }

    @Override
    public CompletableFuture<Receipt> setEnabled(int index, boolean enabled) {
        return desk.run((turn, capabilities) -> valid(new Validation(capabilities, desk.context()).writableUser(index))
                .thenCompose(valid -> switch (capabilities.enabling()) {
                    case NATIVE -> enable(turn, index, enabled);
                    case EMULATED -> emulation.setEnabled(turn, capabilities, index, enabled);
                    case NONE ->
                        Shape.<Outcome>failed(Reason.UNSUPPORTED, "this lock can neither enable nor disable a user");
                })
                .thenApply(outcome -> Receipt.of(desk.id(), outcome, index, List.of())));
    }

    @Override
    public CompletableFuture<Receipt> delete(int index) {
        return desk.run((turn, capabilities) -> valid(new Validation(capabilities, desk.context()).writableUser(index))
                .thenCompose(valid -> deleting.delete(turn, capabilities, index))
                .thenApply(outcome -> Receipt.of(desk.id(), outcome, index, List.of())));
    }

    @Override
    public CompletableFuture<Receipt> deleteAll() {
        return desk.run((turn, capabilities) ->
                deleting.deleteAll(turn, capabilities).thenApply(outcome -> Receipt.of(desk.id(), outcome)));
    }

    private CompletableFuture<Receipt> add(Turn turn, Capabilities capabilities, UserUpdate update) {
        Object holder = turn;
        if (Shape.slotIsUser(capabilities)) {
            return places.user(turn, capabilities, CredentialType.PIN, holder)
                    .thenApply(index -> keep(turn, update, index))
                    .whenComplete((receipt, failure) -> desk.release(holder, failure));
        }
        return addNext(turn, capabilities, update, holder, 1)
                .whenComplete((receipt, failure) -> desk.release(holder, failure));
    }

    private CompletableFuture<Receipt> addNext(
            Turn turn, Capabilities capabilities, UserUpdate update, Object holder, int attempt) {
        return places.user(turn, capabilities, CredentialType.PIN, holder)
                .thenCompose(index -> writes.addUser(turn, capabilities, fresh(update, index), update.expiry())
                        .thenApply(outcome -> Receipt.of(desk.id(), outcome, index, List.of())))
                .handle((receipt, failure) -> {
                    if (failure == null) {
                        return Shape.done(receipt);
                    }
                    LockCredentialException typed = Failures.typed(failure);
                    boolean next = typed.reason() == Reason.OCCUPIED
                            && attempt < desk.context().userSlots().attempts();
                    return next
                            ? addNext(turn, capabilities, update, holder, attempt + 1)
                            : CompletableFuture.<Receipt>failedFuture(typed);
                })
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Receipt> setAt(
            Turn turn, Capabilities capabilities, UserUpdate update, int index, boolean trustMemory) {
        Optional<UserRecord> kept = desk.users().find(index).filter(record -> !record.is(UserRecord.State.PRESENT));
        if (kept.isPresent()) {
            return Shape.done(rekeep(kept.get(), update));
        }
        boolean remembered = desk.memory().user(index).isPresent()
                || desk.memory()
                        .slots()
                        .userAt(index)
                        .filter(Occupancy.FREE::equals)
                        .isPresent();
        // Where nothing is known the lock is told to add before it is asked: it refuses if somebody is there.
        boolean untold = desk.memory().slots().userAt(index).isEmpty() && !Shape.slotIsUser(capabilities);
        CompletableFuture<UserState> before =
                untold && trustMemory ? Shape.done(UserState.free()) : survey.user(turn, capabilities, index);
        return before.thenCompose(state -> switch (state.occupancy()) {
                    case FREE -> addAt(turn, capabilities, update, index);
                    case OCCUPIED ->
                        state.user()
                                .map(user -> change(turn, capabilities, update, desk.named(capabilities, user)))
                                .orElseGet(() -> unknowable(index));
                    case UNKNOWN -> unknowable(index);
                })
                .handle((receipt, failure) -> {
                    if (failure == null) {
                        return Shape.done(receipt);
                    }
                    LockCredentialException typed = Failures.typed(failure);
                    boolean stale = typed.reason() == Reason.NOT_FOUND || typed.reason() == Reason.OCCUPIED;
                    if (!stale || !trustMemory || !(remembered || untold)) {
                        return CompletableFuture.<Receipt>failedFuture(typed);
                    }
                    // The lock contradicts what was remembered or hoped of it: once more, with what it says now.
                    desk.memory().doubtUser(index);
                    return setAt(turn, capabilities, update, index, false);
                })
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Receipt> addAt(Turn turn, Capabilities capabilities, UserUpdate update, int index) {
        if (!desk.memory().slots().reserveUser(index, LockDesk.writerFor(index), desk.now(), desk.heldUntil(turn))) {
            return Shape.failed(Reason.OCCUPIED, "index " + index + " is reserved for another user");
        }
        CompletableFuture<Receipt> added = Shape.slotIsUser(capabilities)
                ? Shape.done(index).thenApply(free -> keep(turn, update, free))
                : writes.addUser(turn, capabilities, fresh(update, index), update.expiry())
                        .thenApply(outcome -> Receipt.of(desk.id(), outcome, index, List.of()));
        return added.whenComplete((receipt, failure) -> desk.release(LockDesk.writerFor(index), failure));
    }

    CompletableFuture<Receipt> change(Turn turn, Capabilities capabilities, UserUpdate update, User before) {
        User after = update.applyTo(before);
        if (after.equals(before) && update.expiry().isEmpty()) {
            return Shape.done(Receipt.of(desk.id(), Outcome.NO_CHANGE, before.index(), List.of()));
        }
        boolean onlyName =
                after.equals(before.withName(after.name())) && update.expiry().isEmpty();
        if (onlyName && !Shape.keepsNames(capabilities)) {
            writes.keepName(capabilities, after);
            rename(before, entry -> entry.withName(after.name()));
            return Shape.done(Receipt.of(desk.id(), Outcome.CONFIRMED, after.index(), List.of()));
        }
        // A key tells its user by name from a stranger's: written down before the lock hears of it, so that the key
        // leads to whom it named whichever of the two names is there, if the answer is lost.
        rename(before, entry -> entry.withName(before.name()).renamingTo(after.name()));
        return writes.modifyUser(turn, capabilities, after, update.expiry())
                .whenComplete((outcome, failure) -> {
                    if (failure == null) {
                        rename(before, entry -> entry.withName(after.name()));
                    } else if (!Failures.isLost(Failures.typed(failure))) {
                        rename(before, entry -> entry.withName(before.name()));
                    }
                })
                .thenApply(outcome -> Receipt.of(desk.id(), outcome, after.index(), List.of()));
    }

    // Keys whose user went by another name before do not lead to this one.
    private void rename(User before, UnaryOperator<AccessEntry> how) {
        for (AccessEntry entry : desk.journal().of(before.index())) {
            AccessEntry renamed = how.apply(entry);
            if (entry.goesBy(before.name()) && !renamed.equals(entry)) {
                desk.journal().put(renamed);
            }
        }
    }

    private static CompletableFuture<Receipt> unknowable(int index) {
        return Shape.failed(Reason.OCCUPIED, "it cannot be known what is at index " + index);
    }

    private Receipt keep(Turn turn, UserUpdate update, int index) {
        UserRecord user = UserRecord.kept(fresh(update, index), update.expiry());
        desk.vacate(index);
        desk.users().put(user);
        desk.memory().nameIs(index, user.user().name());
        desk.memory().slots().release(turn);
        desk.memory().slots().release(LockDesk.writerFor(index));
        desk.reserve(user);
        return Receipt.of(desk.id(), Outcome.PENDING, index, List.of());
    }

    private Receipt rekeep(UserRecord before, UserUpdate update) {
        User user = update.applyTo(before.user());
        if (before.is(UserRecord.State.DISABLED) && user.enabled()) {
            throw new LockCredentialException(
                    Reason.INVALID, "user " + user.index() + " is disabled; enabling is an operation of its own");
        }
        UserRecord after = new UserRecord(before.state(), user, update.expiry().or(before::expiry));
        Outcome outcome = after.equals(before) ? Outcome.NO_CHANGE : Outcome.PENDING;
        desk.users().put(after);
        desk.memory().nameIs(user.index(), user.name());
        return Receipt.of(desk.id(), outcome, user.index(), List.of());
    }

    private CompletableFuture<Outcome> enable(Turn turn, int index, boolean enabled) {
        Optional<UserRecord> kept = desk.users().find(index, UserRecord.State.KEPT);
        if (kept.isPresent()) {
            UserRecord after = UserRecord.kept(
                    kept.get().user().withEnabled(enabled), kept.get().expiry());
            Outcome outcome = after.equals(kept.get()) ? Outcome.NO_CHANGE : Outcome.PENDING;
            desk.users().put(after);
            return Shape.done(outcome);
        }
        return turn.tell(driver -> driver.setEnabled(index, enabled)).thenApply(outcome -> {
            desk.memory().user(index).ifPresent(user -> desk.memory().userWritten(user.withEnabled(enabled)));
            return outcome;
        });
    }

    private Optional<User> seen(Capabilities capabilities, int index, UserState state) {
        if (state.occupancy() == Occupancy.FREE) {
            return desk.users()
                    .find(index)
                    .filter(record -> !record.is(UserRecord.State.PRESENT))
                    .map(UserRecord::user);
        }
        // A user of whom the lock shows nothing is still no free index.
        return Optional.of(desk.named(
                capabilities, state.user().orElseGet(() -> User.general(index, Optional.empty()))));
    }

    private static User fresh(UserUpdate update, int index) {
        return update.applyTo(User.general(index, Optional.empty()));
    }

    static CompletableFuture<Void> valid(Validation validation) {
        return validation
                .refusal()
                .<CompletableFuture<Void>>map(CompletableFuture::failedFuture)
                .orElseGet(CompletableFuture::allOf);
    }
}
