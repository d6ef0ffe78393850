package org.lockcredentials;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.schedule.Schedule;

/** The schedules of one lock's users. The failures that any operation may have are told at {@link Lock}. */
public interface Schedules {

    /** Completes with the user's schedules. Fails with UNSUPPORTED, NOT_FOUND (no such user). */
    CompletableFuture<List<Schedule>> list(int userIndex);

    /**
     * Makes these the user's schedules, all of them, in place of those before; an empty list clears them.
     *
     * <p>Completes with NO_CHANGE, CONFIRMED or UNVERIFIED. Fails with UNSUPPORTED (the lock has no schedules of that kind), INVALID, NOT_FOUND
     * (no such user), FULL (more than the lock has places for), REJECTED.
     */
    CompletableFuture<Receipt> set(int userIndex, List<Schedule> schedules);
}
