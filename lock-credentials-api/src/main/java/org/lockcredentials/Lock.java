package org.lockcredentials;

import java.util.concurrent.CompletableFuture;

/**
 * One lock, and the way to all that can be done with it. A handle: getting it asks the lock nothing, and it stays valid
 * while the lock comes and goes.
 *
 * <p>Operations on one lock run one after the other, in the order in which they were called; operations on different
 * locks run beside each other. Futures complete on the host's executor. Besides what each method says, every future can
 * fail with a {@link LockCredentialException} of these reasons:
 *
 * <ul>
 *   <li>{@link Reason#NOT_FOUND}: no backend knows the lock
 *   <li>{@link Reason#UNREACHABLE}: the lock, the network or the port did not answer
 *   <li>{@link Reason#TIMEOUT}: the deadline of the operation passed
 *   <li>{@link Reason#SECURITY}: the secure channel could not be had
 *   <li>{@link Reason#REJECTED}: what the host's store keeps of the lock cannot be read, and going on without it could do harm
 *   <li>{@link Reason#CLOSED}: the manager was closed, before or meanwhile
 * </ul>
 */
public interface Lock {

    LockId id();

    /** Completes with what is known of the lock; asks it nothing. */
    CompletableFuture<LockInfo> info();

    /** Keeps the host's words for the lock. Completes with the lock so described, once that is stored safely. Fails with REJECTED or TIMEOUT if it cannot be. */
    CompletableFuture<LockInfo> tag(LockTags tags);

    /** Completes with what the lock can do; asked once and then remembered. */
    CompletableFuture<Capabilities> capabilities();

    /** Its users. */
    Users users();

    /** Its credentials. */
    Credentials credentials();

    /** User, credentials and schedules as one thing with one key: what most hosts want. */
    Access access();

    /** Its schedules. */
    Schedules schedules();

    /** Its bolt. */
    Door door();
}
