package org.lockcredentials;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a write did, and where.
 *
 * @param lock the lock
 * @param outcome how it ended
 * @param userIndex the user concerned; empty when the write was not about one user
 * @param credentials the credentials concerned, by place
 */
public record Receipt(LockId lock, Outcome outcome, OptionalInt userIndex, List<Credential> credentials) {

    public Receipt {
        Objects.requireNonNull(lock, "lock");
        Objects.requireNonNull(outcome, "outcome");
        credentials = List.copyOf(credentials);
    }

    /** A receipt for a write that was not about one user. */
    public static Receipt of(LockId lock, Outcome outcome) {
        return new Receipt(lock, outcome, OptionalInt.empty(), List.of());
    }

    /** A receipt for a write about one user. */
    public static Receipt of(LockId lock, Outcome outcome, int userIndex, List<Credential> credentials) {
        return new Receipt(lock, outcome, OptionalInt.of(userIndex), credentials);
    }
}
