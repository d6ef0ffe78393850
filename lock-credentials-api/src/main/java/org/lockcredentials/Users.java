package org.lockcredentials;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The users of one lock. The failures that any operation may have are told at {@link Lock}. */
public interface Users {

    /**
     * Completes with all users, by index. Costs what is occupied, and one question when nothing changed since and the
     * lock has a checksum. Fails with UNSUPPORTED on a lock that has no users.
     */
    CompletableFuture<List<User>> list();

    /**
     * Completes with the user, or empty if the lock holds none at that index. Fails with INVALID outside the lock's range, in which a lock without users
     * has no index.
     */
    CompletableFuture<Optional<User>> get(int index);

    /**
     * Makes or changes a user.
     *
     * <p>Without an index a new user is added at the lowest free one, and never anything else but added. With an index the user
     * there is changed, or added if the lock says that there is none. A lock whose slots are its users holds none without
     * a code: there a new user is kept by the SDK and goes to the lock with the first credential.
     *
     * <p>Completes with {@link Outcome#NO_CHANGE}, {@link Outcome#CONFIRMED}, {@link Outcome#UNVERIFIED}, or {@link Outcome#PENDING}
     * for a user that is kept. Fails with INVALID or UNSUPPORTED (every finding at once, nothing sent), FULL,
     * OCCUPIED (it cannot be known what is at that index), FOREIGN_OWNER, REJECTED.
     */
    CompletableFuture<Receipt> set(UserUpdate update);

    /**
     * Lets the user's credentials work, or not, without deleting them.
     *
     * <p>Completes with NO_CHANGE, CONFIRMED, UNVERIFIED, or PENDING for a user that the SDK keeps until there is a code. Fails with INVALID (outside the
     * lock's range, or protected by the host's slot policy), NOT_FOUND (no such user), UNSUPPORTED (the lock
     * has no such state and the host allows no emulation, or its code is masked and cannot be written back), FOREIGN_OWNER, REJECTED.
     */
    CompletableFuture<Receipt> setEnabled(int index, boolean enabled);

    /**
     * Deletes the user with all credentials and schedules.
     *
     * <p>Completes with CONFIRMED, UNVERIFIED, or NO_CHANGE if there was none. Fails with INVALID (outside the lock's range, or protected by the
     * host's slot policy), FOREIGN_OWNER, REJECTED; what of the user's schedules could not be taken off is in
     * {@link LockCredentialException#leftovers()}.
     */
    CompletableFuture<Receipt> delete(int index);

    /** Deletes every user, with all credentials and schedules. Completes and fails as {@link #delete}, or with UNSUPPORTED on a lock that has no users. */
    CompletableFuture<Receipt> deleteAll();
}
