package org.lockcredentials.matter.lock;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.cluster.doorlock.CredentialStruct;
import org.lockcredentials.matter.cluster.doorlock.CredentialType;
import org.lockcredentials.matter.cluster.doorlock.DataOperationType;
import org.lockcredentials.matter.cluster.doorlock.DoorLockStatus;
import org.lockcredentials.matter.cluster.doorlock.GetCredentialStatus;
import org.lockcredentials.matter.cluster.doorlock.GetCredentialStatusResponse;
import org.lockcredentials.matter.cluster.doorlock.SetCredential;
import org.lockcredentials.matter.cluster.doorlock.UserType;

/**
 * The PIN that opens the lock's own menu: credential 0 of a type of its own, which can be replaced by the fabric that made it
 * (5.2.10.20) and never be cleared (5.2.10.24).
 */
final class ProgrammingPin {

    private static final CredentialStruct PLACE = CredentialStruct.of(CredentialType.PROGRAMMING_PIN, 0);

    private final LockEndpoint lock;
    private final LockTraits.Slots lengths;
    private final Optional<Integer> own;

    ProgrammingPin(LockEndpoint lock, LockTraits traits) {
        this.lock = lock;
        this.lengths = traits.pins();
        this.own = traits.own();
    }

    CompletableFuture<Occupancy> read() {
        return ask().thenApply(told -> told.credentialExists() ? Occupancy.OCCUPIED : Occupancy.FREE);
    }

    CompletableFuture<Outcome> write(Optional<Secret> pin) {
        if (pin.isEmpty()) {
            return Failures.unsupported("taking its programming PIN away");
        }
        int length = pin.get().length();
        if (!pin.get().isAsciiDigits() || length < lengths.min() || length > lengths.max()) {
            return Failures.failed(
                    Reason.INVALID, "a programming PIN is " + lengths.min() + " to " + lengths.max() + " digits");
        }
        return replace(pin.get(), Optional.of(UserType.PROGRAMMING))
                .exceptionallyCompose(failure -> again(pin.get(), Failures.translated(failure)))
                .exceptionallyCompose(failure -> explain(Failures.translated(failure)));
    }

    /** The table of 5.2.10.20 wants the type of the user, 5.2.10.20.6 wants none in any change; a lock may go by either. */
    private CompletableFuture<Outcome> again(Secret pin, LockCredentialException refused) {
        return refused.status().orElse(0) == DoorLockStatus.INVALID_FIELD.code()
                ? replace(pin, Optional.empty())
                : CompletableFuture.failedFuture(refused);
    }

    private CompletableFuture<Outcome> replace(Secret pin, Optional<UserType> user) {
        return CredentialWriter.send(
                lock,
                new SetCredential(DataOperationType.MODIFY, PLACE, pin, Optional.empty(), Optional.empty(), user));
    }

    /** Says what is wrong where the lock's status alone does not. */
    private CompletableFuture<Outcome> explain(LockCredentialException refused) {
        if (refused.reason() != Reason.REJECTED || refused.status().isEmpty()) {
            return CompletableFuture.failedFuture(refused);
        }
        return ask().thenCompose(told -> CompletableFuture.failedFuture(reason(told, refused)));
    }

    private LockCredentialException reason(GetCredentialStatusResponse told, LockCredentialException refused) {
        if (!told.credentialExists()) {
            return Failures.meaning(refused, Reason.NOT_FOUND, "the lock has no programming PIN any more");
        }
        boolean foreign = told.creatorFabricIndex()
                .filter(creator -> own.isPresent() && !own.get().equals(creator))
                .isPresent();
        return foreign
                ? Failures.meaning(
                        refused,
                        Reason.FOREIGN_OWNER,
                        "the programming PIN was set by another administrator, who alone may change it")
                : refused;
    }

    private CompletableFuture<GetCredentialStatusResponse> ask() {
        return lock.invoke(new GetCredentialStatus(PLACE));
    }
}
