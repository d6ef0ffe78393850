package org.lockcredentials.matter.lock;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.matter.cluster.doorlock.ClearCredential;
import org.lockcredentials.matter.cluster.doorlock.CredentialStruct;
import org.lockcredentials.matter.cluster.doorlock.DataOperationType;
import org.lockcredentials.matter.cluster.doorlock.DoorLockStatus;
import org.lockcredentials.matter.cluster.doorlock.SetCredential;
import org.lockcredentials.matter.cluster.doorlock.UserStatus;
import org.lockcredentials.matter.lock.UnansweredAdds.Place;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.WriteMode;

/**
 * Writes credentials: SetCredential, whose answer holds a status of its own, and ClearCredential.
 */
final class CredentialWriter {

    private final LockEndpoint lock;
    private final KnownUsers known;
    private final UserReader reader;

    private final UnansweredAdds unanswered;

    CredentialWriter(LockEndpoint lock, KnownUsers known, UserReader reader, UnansweredAdds unanswered) {
        this.lock = lock;
        this.known = known;
        this.reader = reader;
        this.unanswered = unanswered;
    }

    CompletableFuture<Outcome> write(WriteMode mode, CredentialWrite write) {
        if (write.place().type() == CredentialType.PIN && !write.secret().isAsciiDigits()) {
            // Locks take what no keypad can type.
            return Failures.failed(Reason.INVALID, "a PIN is digits");
        }
        if (known.isForeign(write.userIndex())) {
            return CompletableFuture.failedFuture(KnownUsers.foreign(write.userIndex()));
        }
        return Terms.of(write.place().type())
                .map(type -> write(
                        mode, write, CredentialStruct.of(type, write.place().slot())))
                .orElseGet(() -> Failures.unsupported(
                        "credentials of type " + write.place().type()));
    }

    private CompletableFuture<Outcome> write(WriteMode mode, CredentialWrite write, CredentialStruct place) {
        DataOperationType operation = mode == WriteMode.ADD ? DataOperationType.ADD : DataOperationType.MODIFY;
        SetCredential command = new SetCredential(
                operation, place, write.secret(), Optional.of(write.userIndex()), Optional.empty(), Optional.empty());
        Place written = new Place(write.userIndex(), write.place());
        return send(command)
                .exceptionallyCompose(failure -> explain(mode, write, command, Failures.translated(failure)))
                .whenComplete((outcome, failure) -> {
                    boolean lost =
                            failure != null && Failures.translated(failure).reason() == Reason.TIMEOUT;
                    unanswered.forget(written::equals);
                    if (lost && mode == WriteMode.ADD) {
                        unanswered.keep(written, write.secret());
                    }
                });
    }

    CompletableFuture<Outcome> delete(Credential place) {
        return Terms.of(place.type())
                .map(type -> lock.invoke(new ClearCredential(Optional.of(CredentialStruct.of(type, place.slot()))))
                        .thenApply(done -> Outcome.CONFIRMED)
                        .exceptionallyCompose(failure -> unlessFree(place, Failures.translated(failure)))
                        // A strict lock deletes who loses the last one.
                        .whenComplete((outcome, failure) -> {
                            known.forgetAll();
                            unanswered.forget(each -> each.credential().equals(place));
                        }))
                .orElseGet(() -> Failures.unsupported("credentials of type " + place.type()));
    }

    private CompletableFuture<Outcome> unlessFree(Credential place, LockCredentialException refused) {
        return refused.status().isEmpty() || refused.isTransient()
                ? CompletableFuture.failedFuture(refused)
                : reader.readCredential(place).thenApply(state -> {
                    if (state.occupancy() == Occupancy.FREE) {
                        return Outcome.NO_CHANGE;
                    }
                    throw refused;
                });
    }

    private CompletableFuture<Outcome> send(SetCredential command) {
        return send(lock, command);
    }

    /** Fails also where the lock answered with a status that is no success. */
    static CompletableFuture<Outcome> send(LockEndpoint lock, SetCredential command) {
        return lock.invoke(command).thenApply(told -> {
            if (told.status() == DoorLockStatus.SUCCESS.code()) {
                return Outcome.CONFIRMED;
            }
            throw Failures.ofDoorLock(told.status());
        });
    }

    /** Says what is wrong where the lock's status alone does not. */
    private CompletableFuture<Outcome> explain(
            WriteMode mode, CredentialWrite write, SetCredential command, LockCredentialException refused) {
        boolean vague = refused.reason() == Reason.REJECTED && refused.status().isPresent();
        boolean retried = mode == WriteMode.ADD
                && (refused.reason() == Reason.DUPLICATE || refused.reason() == Reason.OCCUPIED)
                && unanswered.was(new Place(write.userIndex(), write.place()), write.secret());
        if (!vague && !retried) {
            return CompletableFuture.failedFuture(refused);
        }
        return reader.readCredential(write.place()).thenCompose(slot -> {
            if (retried) {
                // The add whose answer was lost did it: the place was free then, and is this user's now.
                boolean ours = slot.userIndex().isPresent() && slot.userIndex().getAsInt() == write.userIndex();
                return ours
                        ? CompletableFuture.completedFuture(Outcome.CONFIRMED)
                        : CompletableFuture.<Outcome>failedFuture(refused);
            }
            Optional<LockCredentialException> why =
                    wrongPlace(mode, slot).map(meant -> Failures.meaning(refused, meant));
            return why.isPresent()
                    ? CompletableFuture.<Outcome>failedFuture(why.get())
                    : explainByUser(write, command, refused);
        });
    }

    private static Optional<LockCredentialException> wrongPlace(WriteMode mode, SlotState slot) {
        if (mode == WriteMode.ADD && slot.occupancy() != Occupancy.FREE) {
            return Optional.of(Failures.of(Reason.OCCUPIED, "the place is taken"));
        }
        if (mode == WriteMode.MODIFY && slot.occupancy() == Occupancy.FREE) {
            return Optional.of(Failures.of(Reason.NOT_FOUND, "there is nothing at that place"));
        }
        return Optional.empty();
    }

    private CompletableFuture<Outcome> explainByUser(
            CredentialWrite write, SetCredential command, LockCredentialException refused) {
        return reader.readUser(write.userIndex()).thenCompose(state -> {
            if (state.occupancy() == Occupancy.FREE) {
                return CompletableFuture.failedFuture(
                        Failures.meaning(refused, Reason.NOT_FOUND, "there is no such user"));
            }
            if (known.isForeign(write.userIndex())) {
                return CompletableFuture.failedFuture(Failures.meaning(refused, KnownUsers.foreign(write.userIndex())));
            }
            boolean field = refused.status().orElse(0) == DoorLockStatus.INVALID_FIELD.code();
            return state.user().isPresent() && field
                    ? send(withUserFields(command, state.user().get()))
                    : CompletableFuture.failedFuture(refused);
        });
    }

    /** Some locks want the fields of the user, which belong to a new user only, for one that is there. */
    private static SetCredential withUserFields(SetCredential command, User user) {
        return new SetCredential(
                command.operation(),
                command.credential(),
                command.credentialData(),
                command.userIndex(),
                Optional.of(user.enabled() ? UserStatus.OCCUPIED_ENABLED : UserStatus.OCCUPIED_DISABLED),
                Optional.of(Terms.of(user.type())));
    }
}
