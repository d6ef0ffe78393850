package org.lockcredentials;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.schedule.Schedule;

/** The schedules of one lock's users. The failures that any operation may have are told at {@link Lock}. */
public interface Schedules {

    /**
     * Completes with the user's schedules, as the lock says now. One that this model has no word for, of another controller's, is not among them;
     * {@link #set} replaces it with the rest. Fails with INVALID (outside the lock's range), UNSUPPORTED, NOT_FOUND (no such user).
     */
    CompletableFuture<List<Schedule>> list(int userIndex);

    /**
     * Makes these the user's schedules, all of them, in place of those before; an empty list clears them.
     *
     * <p>Completes with NO_CHANGE, CONFIRMED or UNVERIFIED. Fails with UNSUPPORTED (the lock has no schedules of that kind), INVALID (its clock
     * cannot express one, or it ignores them of a user of that type), NOT_FOUND
     * (no such user), FULL (more than the lock has places for), REJECTED.
     */
    CompletableFuture<Receipt> set(int userIndex, List<Schedule> schedules);
}
