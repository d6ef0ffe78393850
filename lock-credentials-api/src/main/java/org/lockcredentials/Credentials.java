package org.lockcredentials;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The credentials of one lock. The failures that any operation may have are told at {@link Lock}. */
public interface Credentials {

    /**
     * Puts a credential on the lock for a user that exists.
     *
     * <p>Without a slot the lowest free one is taken and only ever added to; if the lock says that it is occupied after all, the
     * next free one is tried, a bounded number of times. With a slot the same user's credential there is replaced. The
     * secret is copied before this method returns.
     *
     * <p>Completes with NO_CHANGE, CONFIRMED or UNVERIFIED, naming user and slot, or with PENDING for a user whom the SDK keeps off the lock while
     * disabled. Fails with INVALID or UNSUPPORTED (every finding
     * at once, nothing sent), NOT_FOUND (no such user), DUPLICATE, FULL, OCCUPIED (the slot is another user's, or it
     * cannot be known whose), FOREIGN_OWNER, REJECTED.
     */
    CompletableFuture<Receipt> set(int userIndex, NewCredential credential);

    /** Completes with what the lock tells of one slot; masked and unreadable is {@code UNKNOWN}. Fails with INVALID outside the lock's range, UNSUPPORTED for a type that it has not. */
    CompletableFuture<SlotState> status(CredentialType type, int slot);

    /** Deletes one credential. Completes with CONFIRMED, UNVERIFIED, or NO_CHANGE if there was none. Fails with INVALID, UNSUPPORTED, FOREIGN_OWNER, REJECTED. */
    CompletableFuture<Receipt> delete(CredentialType type, int slot);

    /**
     * Has the lock enrol a credential itself, at the lowest free slot; its steps come as events.
     *
     * <p>Completes with CONFIRMED once the lock has learnt it. Fails with INVALID (patience or user index), UNSUPPORTED, NOT_FOUND (no such user), FULL, TIMEOUT (nobody
     * presented one), REJECTED (it was called off, at the lock or by {@link #cancelLearning}).
     *
     * @param patience how long the lock waits for a step; whole seconds, 1 to 255
     */
    CompletableFuture<Receipt> learn(int userIndex, CredentialType type, Duration patience);

    /** Calls off learning. Completes with CONFIRMED, or NO_CHANGE if none was under way. Fails with UNSUPPORTED. */
    CompletableFuture<Receipt> cancelLearning();

    /** Hands a credential to another user. Completes with CONFIRMED or NO_CHANGE. Fails with INVALID (slot or user index), UNSUPPORTED, NOT_FOUND (credential or user), REJECTED. */
    CompletableFuture<Receipt> assign(Credential credential, int userIndex);

    /** Completes with whether the lock's own menu has a code, as the lock says now. Fails with UNSUPPORTED. */
    CompletableFuture<Occupancy> adminCode();

    /** Sets the code of the lock's own menu. Completes with CONFIRMED, NO_CHANGE or UNVERIFIED. Fails with INVALID, UNSUPPORTED, DUPLICATE, REJECTED. */
    CompletableFuture<Receipt> setAdminCode(Secret code);

    /** Takes the code of the lock's own menu away. Completes and fails as {@link #setAdminCode}. */
    CompletableFuture<Receipt> clearAdminCode();
}
