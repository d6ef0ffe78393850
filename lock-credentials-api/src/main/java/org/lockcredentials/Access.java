package org.lockcredentials;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Users, credentials and schedules as one thing, found again by the host's key. The failures that any operation may have
 * are told at {@link Lock}.
 */
public interface Access {

    /**
     * Puts it on the lock: all of it, or nothing.
     *
     * <p>What is intended is stored before the lock hears of it, so that the same call after a crash or a lost answer finds what is
     * there and finishes it: one user, one code. A key that is on the lock already completes with {@link Outcome#NO_CHANGE} and the same places,
     * whatever else the request says; to change it is {@link #change}. A user index or a slot that the request names must be free. Secrets are copied before this method returns.
     *
     * <p>Completes with CONFIRMED, UNVERIFIED or NO_CHANGE. Fails with INVALID (no credential among it) or UNSUPPORTED (every finding at once, nothing sent),
     * FULL, DUPLICATE, OCCUPIED, FOREIGN_OWNER, REJECTED; what could not be taken back is in
     * {@link LockCredentialException#leftovers()}. OCCUPIED too if the user there goes by another name now and the lock does not tell whether the code is
     * this key's. After TIMEOUT or UNREACHABLE the key stays {@link AccessGrant.State#UNFINISHED}. No code opens before its schedules are on the lock; where
     * a lock's slots are its users it must come first, and is taken off again unless the lock says that they are there.
     *
     * <p>A finished key of which only some credentials are missing gets these back; if one is refused, the others stay.
     */
    CompletableFuture<Receipt> add(AccessRequest request);

    /**
     * Changes name, type, rule, state, credentials or schedules of what the key leads to; parts that the request leaves
     * empty stay. Credentials are replaced in their place, by type. A key whose adding is unfinished is finished, for which
     * the request must name the credentials.
     *
     * <p>Completes with NO_CHANGE, CONFIRMED or UNVERIFIED. Fails with NOT_FOUND (no such key, or gone from the lock), OCCUPIED (the user there goes by another
     * name now), REJECTED (disabled by emulation), and as {@link #add}; what was changed before a failure stays changed.
     */
    CompletableFuture<Receipt> change(AccessRequest request);

    /**
     * Takes it off the lock, and nothing that may be somebody else's.
     *
     * <p>A key that is {@link AccessGrant.State#UNFINISHED} is removed as far as the lock tells whose the user at its index is. Where nothing
     * tells that (a lock without names, such as one whose slots are its users), what is there stays: OCCUPIED. Whoever adds again with the same
     * request finishes the key, and can remove it then. If its index is free, the key is just forgotten.
     *
     * <p>Completes with CONFIRMED, UNVERIFIED, or NO_CHANGE if the key led nowhere. Fails with FOREIGN_OWNER, REJECTED,
     * OCCUPIED (the user there goes by another name now, or the key is unfinished as told above, so it may be another). OCCUPIED with
     * {@link LockCredentialException#leftovers()} besides when the key is taken off and gone, but an earlier attempt may have left another code where the
     * lock does not tell.
     */
    CompletableFuture<Receipt> remove(AccessKey key);

    /** Completes with all the host's keys on this lock; asks the lock nothing. */
    CompletableFuture<List<AccessGrant>> list();
}
