package org.lockcredentials;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The bolt of one lock. The failures that any operation may have are told at {@link Lock}. */
public interface Door {

    /** Completes with where the bolt and the door are, as the lock says now. Fails with UNSUPPORTED. */
    CompletableFuture<State> state();

    /** Locks. Completes with CONFIRMED, UNVERIFIED or NO_CHANGE. Fails with UNSUPPORTED, INVALID (a code is needed), REJECTED (jammed, wrong code). */
    CompletableFuture<Receipt> lock(Optional<Secret> code);

    /** Unlocks. Completes and fails as {@link #lock}. */
    CompletableFuture<Receipt> unlock(Optional<Secret> code);

    /**
     * Draws the bolt back and leaves the latch, so that the door stays shut; on a lock with {@link Capabilities.Feature#UNBOLTING}, whose
     * {@link #unlock} pulls the latch too. Completes and fails as {@link #lock}.
     */
    CompletableFuture<Receipt> unbolt(Optional<Secret> code);

    /** Unlocks for a time, 1 second to 254 minutes, after which the lock locks itself. Completes and fails as {@link #lock}. */
    CompletableFuture<Receipt> unlockFor(Duration time, Optional<Secret> code);

    /**
     * Where bolt and door are.
     *
     * @param bolt the bolt
     * @param doorOpen whether the door stands open, where the lock can tell
     */
    record State(Bolt bolt, Optional<Boolean> doorOpen) {}

    /** Where the bolt is. */
    enum Bolt {
        LOCKED,
        UNLOCKED,
        UNLATCHED,
        NOT_FULLY_LOCKED,
        UNKNOWN
    }
}
