package org.lockcredentials.matter.lock;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.Finding;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.User;
import org.lockcredentials.matter.cluster.doorlock.ClearUser;
import org.lockcredentials.matter.cluster.doorlock.DataOperationType;
import org.lockcredentials.matter.cluster.doorlock.DoorLock;
import org.lockcredentials.matter.cluster.doorlock.SetUser;
import org.lockcredentials.matter.cluster.doorlock.UserStatus;
import org.lockcredentials.matter.cluster.doorlock.UserType;
import org.lockcredentials.spi.UserState;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;

/**
 * Writes users: SetUser and ClearUser.
 *
 * <p>A lock refuses with one status whatever is wrong (5.2.10.16), so it is asked afterwards what stands there.
 */
final class UserWriter {

    private final LockEndpoint lock;
    private final LockTraits traits;
    private final KnownUsers known;
    private final UserReader reader;
    private final LockNotes notes;

    UserWriter(LockEndpoint lock, LockTraits traits, KnownUsers known, UserReader reader, LockNotes notes) {
        this.lock = lock;
        this.traits = traits;
        this.known = known;
        this.reader = reader;
        this.notes = notes;
    }

    CompletableFuture<Outcome> write(WriteMode mode, UserWrite write) {
        List<Finding> objections = objections(write.user().name(), write.expiry());
        if (!objections.isEmpty()) {
            return CompletableFuture.failedFuture(LockCredentialException.refused(objections));
        }
        return mode == WriteMode.ADD ? add(write.user()) : modify(write.user());
    }

    CompletableFuture<Outcome> setEnabled(int index, boolean enabled) {
        SetUser onlyStatus =
                change(index, Optional.empty(), Optional.of(status(enabled)), Optional.empty(), Optional.empty());
        return send(
                onlyStatus,
                refused -> reader.readUser(index).thenCompose(state -> {
                    User user = existing(state, refused);
                    // Some locks want to hear all that they hold of the user again.
                    return send(
                            change(
                                    index,
                                    Optional.empty(),
                                    Optional.of(status(enabled)),
                                    Optional.of(Terms.of(user.type())),
                                    Optional.of(Terms.of(user.rule()))),
                            again -> CompletableFuture.failedFuture(again));
                }));
    }

    /** Makes the user one of this type, and leaves the rest. */
    CompletableFuture<Outcome> retype(int index, UserType type) {
        SetUser onlyType = change(index, Optional.empty(), Optional.empty(), Optional.of(type), Optional.empty());
        return send(onlyType, CompletableFuture::failedFuture);
    }

    CompletableFuture<Outcome> delete(int index) {
        known.forget(index);
        return lock.invoke(new ClearUser(index)).thenApply(done -> {
            notes.remove(LockNotes.Subject.RESTRICTED, index);
            return Outcome.CONFIRMED;
        });
    }

    CompletableFuture<Outcome> deleteAll() {
        known.forgetAll();
        return lock.invoke(new ClearUser(DoorLock.ALL_USERS)).thenApply(done -> {
            notes.clear(LockNotes.Subject.RESTRICTED);
            return Outcome.CONFIRMED;
        });
    }

    /** What the lock's users cannot be: their names count octets, and the expiring ones have one time for all. */
    List<Finding> objections(Optional<String> name, Optional<Duration> expiry) {
        List<Finding> findings = new ArrayList<>();
        int octets =
                name.map(text -> text.getBytes(StandardCharsets.UTF_8).length).orElse(0);
        if (octets > MatterCapabilities.NAME_LENGTH) {
            findings.add(Finding.invalid(
                    "name", "a name takes at most " + MatterCapabilities.NAME_LENGTH + " octets, not " + octets));
        }
        Optional<Duration> its = traits.expiringMinutes().map(Duration::ofMinutes);
        if (expiry.isPresent() && !expiry.equals(its)) {
            findings.add(Finding.unsupported(
                    "expiry",
                    "all expiring users of this lock have the same time, "
                            + its.map(time -> time.toMinutes() + " minutes").orElse("which it does not tell")));
        }
        return findings;
    }

    private CompletableFuture<Outcome> add(User user) {
        SetUser add = new SetUser(
                DataOperationType.ADD,
                user.index(),
                user.name(),
                Optional.empty(),
                Optional.of(status(user.enabled())),
                Optional.of(Terms.of(user.type())),
                Optional.of(Terms.of(user.rule())));
        return send(
                        add,
                        refused -> refused.reason() == Reason.OCCUPIED
                                ? CompletableFuture.failedFuture(refused)
                                : reader.readUser(user.index()).thenApply(state -> {
                                    throw state.occupancy() == Occupancy.FREE
                                            ? refused
                                            : Failures.meaning(refused, Reason.OCCUPIED, "the place is taken");
                                }))
                .whenComplete((outcome, failure) -> {
                    known.forget(user.index());
                    // Who was there before, and how schedules bound that one, is over.
                    notes.remove(LockNotes.Subject.RESTRICTED, user.index());
                });
    }

    private CompletableFuture<Outcome> modify(User user) {
        int index = user.index();
        Optional<String> before = known.at(index).flatMap(KnownUsers.Seen::name);
        boolean sameName =
                before.filter(name -> name.equals(user.name().orElse(""))).isPresent();
        if (known.isForeign(index) && !sameName) {
            return CompletableFuture.failedFuture(KnownUsers.foreign(index));
        }
        // Another administrator's user is written without a name, which only that one may change.
        Optional<String> name = sameName
                ? Optional.empty()
                : user.name().or(() -> before.filter(old -> !old.isEmpty()).map(old -> ""));
        return send(
                        modification(user, name),
                        refused -> reader.readUser(index).thenCompose(state -> {
                            User held = existing(state, refused);
                            if (known.isForeign(index) && name.isPresent()) {
                                return held.name().equals(user.name())
                                        ? send(modification(user, Optional.empty()), CompletableFuture::failedFuture)
                                        : CompletableFuture.<Outcome>failedFuture(
                                                Failures.meaning(refused, KnownUsers.foreign(index)));
                            }
                            return CompletableFuture.failedFuture(refused);
                        }))
                .whenComplete((outcome, failure) -> known.forget(index))
                .thenApply(outcome -> {
                    if (!LockSchedules.mayBind(user.type())) {
                        // Now the host made the user one of a type without schedules, which nobody is to undo with
                        // them.
                        notes.remove(LockNotes.Subject.RESTRICTED, index);
                    }
                    return outcome;
                });
    }

    private SetUser modification(User user, Optional<String> name) {
        return change(
                user.index(),
                name,
                Optional.of(status(user.enabled())),
                type(user),
                Optional.of(Terms.of(user.rule())));
    }

    /** A general user whom schedules bind is of another type on the lock, and stays so until the schedules are gone. */
    private Optional<UserType> type(User user) {
        boolean bound = user.type() == org.lockcredentials.UserType.GENERAL
                && notes.read(LockNotes.Subject.RESTRICTED).containsKey(user.index());
        return bound ? Optional.empty() : Optional.of(Terms.of(user.type()));
    }

    private static SetUser change(
            int index,
            Optional<String> name,
            Optional<UserStatus> status,
            Optional<UserType> type,
            Optional<org.lockcredentials.matter.cluster.doorlock.CredentialRule> rule) {
        return new SetUser(DataOperationType.MODIFY, index, name, Optional.empty(), status, type, rule);
    }

    private static UserStatus status(boolean enabled) {
        return enabled ? UserStatus.OCCUPIED_ENABLED : UserStatus.OCCUPIED_DISABLED;
    }

    private static User existing(UserState state, LockCredentialException refused) {
        if (state.occupancy() == Occupancy.FREE) {
            throw Failures.meaning(refused, Reason.NOT_FOUND, "there is no such user");
        }
        return state.user().orElseThrow(() -> refused);
    }

    private CompletableFuture<Outcome> send(
            SetUser command, Function<LockCredentialException, CompletableFuture<Outcome>> whenRefused) {
        return lock.invoke(command).thenApply(done -> Outcome.CONFIRMED).exceptionallyCompose(failure -> {
            LockCredentialException refused = Failures.translated(failure);
            boolean said = refused.status().isPresent() && !refused.isTransient();
            return said ? whenRefused.apply(refused) : CompletableFuture.failedFuture(refused);
        });
    }
}
