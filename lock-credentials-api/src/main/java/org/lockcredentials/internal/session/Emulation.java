package org.lockcredentials.internal.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.Leftover;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.internal.queue.Failures;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.internal.record.UserRecord;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.WriteMode;

/**
 * Disables a user on a lock that cannot: the codes are kept durably, then taken off, and put back in their places later.
 * Each step can be repeated, so that one whose answer was lost is finished by asking for it again.
 */
final class Emulation {

    private final LockDesk desk;
    private final Survey survey;
    private final Writes writes;

    Emulation(LockDesk desk, Survey survey, Writes writes) {
        this.desk = desk;
        this.survey = survey;
        this.writes = writes;
    }

    CompletableFuture<Outcome> setEnabled(Turn turn, Capabilities capabilities, int index, boolean enabled) {
        if (!desk.context().emulateDisabling()) {
            return Shape.failed(
                    Reason.UNSUPPORTED, "this lock has no disabled users and the host does not allow to emulate them");
        }
        if (desk.users().find(index, UserRecord.State.KEPT).isPresent()) {
            return Shape.failed(Reason.UNSUPPORTED, "user " + index + " has no code yet that could be taken away");
        }
        return desk.users()
                .find(index, UserRecord.State.DISABLED)
                .map(record -> enabled ? enable(turn, capabilities, record) : disableAgain(turn, record))
                .orElseGet(() -> survey.readUser(turn, capabilities, index).thenCompose(state -> {
                    if (state.occupancy() == Occupancy.FREE) {
                        return CompletableFuture.failedFuture(Survey.missing(index));
                    }
                    if (enabled) {
                        return Shape.done(Outcome.NO_CHANGE);
                    }
                    return state.user()
                            .map(user -> schedules(turn, capabilities, index)
                                    .thenCompose(hours -> disable(
                                            turn,
                                            capabilities,
                                            desk.named(capabilities, user).withSchedules(hours))))
                            .orElseGet(() -> masked(index));
                }));
    }

    // Where a code is its user, the schedules go with it; one whose schedules cannot be read is not taken off.
    private static CompletableFuture<List<Schedule>> schedules(Turn turn, Capabilities capabilities, int index) {
        return Shape.slotIsUser(capabilities) && !capabilities.schedules().isEmpty()
                ? turn.ask(driver -> driver.readSchedules(index))
                : Shape.done(List.of());
    }

    private CompletableFuture<Outcome> disable(Turn turn, Capabilities capabilities, User user) {
        Map<Credential, Secret> codes = new LinkedHashMap<>();
        return reveal(turn, user, List.copyOf(user.credentials()), codes)
                .thenCompose(all -> {
                    desk.users().keepCodes(user.index(), codes);
                    UserRecord record = UserRecord.disabled(user);
                    desk.users().put(record);
                    desk.reserve(record);
                    return takeOff(turn, record, Outcome.NO_CHANGE, user.credentials())
                            .handle((outcome, failure) -> {
                                if (failure != null && Failures.isRefusal(Failures.typed(failure))) {
                                    return undo(turn, capabilities, record, Failures.typed(failure));
                                }
                                return failure == null
                                        ? Shape.done(outcome)
                                        : CompletableFuture.<Outcome>failedFuture(Failures.typed(failure));
                            })
                            .thenCompose(Function.identity());
                })
                .whenComplete((outcome, failure) -> codes.values().forEach(Secret::wipe));
    }

    private CompletableFuture<Void> reveal(Turn turn, User user, List<Credential> rest, Map<Credential, Secret> codes) {
        if (rest.isEmpty()) {
            return codes.isEmpty() ? masked(user.index()).thenAccept(never -> {}) : CompletableFuture.allOf();
        }
        Credential place = rest.get(0);
        return turn.ask(driver -> driver.reveal(place)).thenCompose(code -> {
            if (code.isEmpty()) {
                return masked(user.index()).thenAccept(never -> {});
            }
            codes.put(place, code.get());
            return reveal(turn, user, rest.subList(1, rest.size()), codes);
        });
    }

    private CompletableFuture<Outcome> disableAgain(Turn turn, UserRecord record) {
        return takeOff(turn, record, Outcome.NO_CHANGE, record.user().credentials());
    }

    private CompletableFuture<Outcome> takeOff(Turn turn, UserRecord record, Outcome soFar, List<Credential> rest) {
        if (rest.isEmpty()) {
            return Shape.done(soFar);
        }
        Credential place = rest.get(0);
        return survey.readCredential(turn, place)
                .thenCompose(state -> state.occupancy() == Occupancy.FREE
                        ? Shape.done(Outcome.NO_CHANGE)
                        : writes.deleteCredential(turn, record.index(), place))
                .thenCompose(outcome -> takeOff(turn, record, soFar.and(outcome), rest.subList(1, rest.size())));
    }

    // The lock would not give a code up: those that it gave up before are put back, and the user stays enabled.
    private CompletableFuture<Outcome> undo(
            Turn turn, Capabilities capabilities, UserRecord record, LockCredentialException why) {
        return putBack(turn, capabilities, record).thenCompose(outcome -> CompletableFuture.failedFuture(why));
    }

    private CompletableFuture<Outcome> enable(Turn turn, Capabilities capabilities, UserRecord record) {
        return putBack(turn, capabilities, record).thenApply(outcome -> {
            desk.memory().userWritten(record.user().withEnabled(true));
            writes.keepName(capabilities, record.user());
            return outcome;
        });
    }

    private CompletableFuture<Outcome> putBack(Turn turn, Capabilities capabilities, UserRecord record) {
        Map<Credential, Secret> codes = desk.users().codes(record.index());
        CompletableFuture<Outcome> all = Shape.done(Outcome.NO_CHANGE);
        for (Map.Entry<Credential, Secret> code : new ArrayList<>(codes.entrySet())) {
            all = all.thenCompose(soFar -> putBack(turn, record.index(), code.getKey(), code.getValue())
                    .thenApply(soFar::and));
        }
        return all.thenCompose(outcome -> bind(turn, capabilities, record).thenApply(outcome::and))
                .thenApply(outcome -> {
                    desk.users()
                            .put(UserRecord.present(
                                    record.index(), record.user().name()));
                    desk.users().dropCodes(record.index());
                    desk.memory().slots().release(LockDesk.holderOf(record.index()));
                    return outcome;
                })
                .whenComplete((outcome, failure) -> codes.values().forEach(Secret::wipe));
    }

    // The lock takes no schedule for a user without a code, so a code whose schedules were not heard to be there is
    // taken
    // off again: the user stays disabled.
    private CompletableFuture<Outcome> bind(Turn turn, Capabilities capabilities, UserRecord record) {
        List<Schedule> hours = record.user().schedules();
        if (hours.isEmpty()) {
            return Shape.done(Outcome.NO_CHANGE);
        }
        return SchedulesOfLock.write(desk, turn, capabilities, record.index(), hours)
                .handle((outcome, failure) -> failure == null
                        ? Shape.done(outcome)
                        : takeOff(turn, record, Outcome.NO_CHANGE, record.user().credentials())
                                .<Outcome>handle((gone, left) -> {
                                    LockCredentialException why = Failures.typed(failure);
                                    throw left == null
                                            ? why
                                            : why.leaving(record.user().credentials().stream()
                                                    .<Leftover>map(
                                                            place -> new Leftover.LeftCredential(record.index(), place))
                                                    .toList());
                                }))
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Outcome> putBack(Turn turn, int index, Credential place, Secret code) {
        return writes.writeCredential(turn, WriteMode.ADD, index, place, code)
                .handle((outcome, failure) -> {
                    if (failure == null) {
                        return Shape.done(outcome);
                    }
                    LockCredentialException typed = Failures.typed(failure);
                    // An earlier attempt may have put it there and lost the answer.
                    return typed.reason() == Reason.OCCUPIED || typed.reason() == Reason.DUPLICATE
                            ? alreadyThere(turn, index, place, code, typed)
                            : CompletableFuture.<Outcome>failedFuture(typed);
                })
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Outcome> alreadyThere(
            Turn turn, int index, Credential place, Secret code, LockCredentialException refused) {
        return turn.ask(driver -> driver.holds(new CredentialWrite(index, place, code)))
                .thenCompose(held ->
                        held.orElse(false) ? Shape.done(Outcome.CONFIRMED) : CompletableFuture.failedFuture(refused));
    }

    private static CompletableFuture<Outcome> masked(int index) {
        return Shape.failed(
                Reason.UNSUPPORTED, "the code of user " + index + " cannot be read, so it could not be put back");
    }
}
