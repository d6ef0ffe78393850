package org.lockcredentials.zwave.lock;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.lockcredentials.Credential;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.SlotState;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.zwave.command.usercredential.CredentialType;

/**
 * Why a lock refused, found by looking at what it holds, for locks that do not say so or whose word cannot be trusted (User Credential
 * CC v1, User Set, Credential Set, User Credential Association Set: each refusal has a report that names its reason).
 */
final class UserRefusals {

    private final UserCredentialReader reader;

    UserRefusals(UserCredentialReader reader) {
        this.reader = reader;
    }

    /** The failure with its reason; anything but a refusal, or one without a reason that can be seen, stays what it is. */
    CompletableFuture<Outcome> explained(Throwable failure, Supplier<CompletableFuture<Reason>> why) {
        LockCredentialException refusal = Failures.translated(failure);
        if (refusal.reason() != Reason.REJECTED) {
            return CompletableFuture.failedFuture(refusal);
        }
        return why.get()
                .exceptionally(unseen -> Reason.REJECTED)
                .thenCompose(reason -> reason == Reason.REJECTED
                        ? CompletableFuture.<Outcome>failedFuture(refusal)
                        : Failures.failed(reason, UserVerdicts.words(reason)));
    }

    CompletableFuture<Reason> ofUser(WriteMode mode, int index) {
        return reader.properties(index).thenApply(found -> {
            if (mode == WriteMode.ADD) {
                return found.isPresent() ? Reason.OCCUPIED : Reason.REJECTED;
            }
            return found.isPresent() ? Reason.REJECTED : Reason.NOT_FOUND;
        });
    }

    CompletableFuture<Reason> ofCredential(WriteMode mode, CredentialWrite write, CredentialType type) {
        return reader.readCredential(write.place(), type).thenCompose(slot -> {
            Reason place = ofPlace(mode, slot, write.userIndex());
            return place == Reason.REJECTED ? ofContent(write, type) : CompletableFuture.completedFuture(place);
        });
    }

    CompletableFuture<Reason> ofAssignment(Credential place, CredentialType type, int userIndex) {
        return reader.readCredential(place, type)
                .thenCompose(slot -> slot.occupancy() == Occupancy.FREE
                        ? CompletableFuture.completedFuture(Reason.NOT_FOUND)
                        : ofUser(WriteMode.MODIFY, userIndex));
    }

    private static Reason ofPlace(WriteMode mode, SlotState slot, int userIndex) {
        boolean free = slot.occupancy() == Occupancy.FREE;
        if (mode == WriteMode.ADD) {
            return free ? Reason.REJECTED : Reason.OCCUPIED;
        }
        boolean own = slot.userIndex().orElse(userIndex) == userIndex;
        return free ? Reason.NOT_FOUND : own ? Reason.REJECTED : Reason.OCCUPIED;
    }

    private CompletableFuture<Reason> ofContent(CredentialWrite write, CredentialType type) {
        return reader.properties(write.userIndex())
                .thenCompose(user -> user.isEmpty()
                        ? CompletableFuture.completedFuture(Reason.NOT_FOUND)
                        : reader.shows(type, write.secret())
                                .thenApply(known -> known ? Reason.DUPLICATE : Reason.REJECTED));
    }
}
