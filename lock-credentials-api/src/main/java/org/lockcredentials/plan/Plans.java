package org.lockcredentials.plan;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.LockId;
import org.lockcredentials.Receipt;
import org.lockcredentials.Result;

/** Compares locks with a plan, and makes them follow it. */
public interface Plans {

    /**
     * Completes with what differs on each lock, in the order in which it would be done: removals first. Reads the locks
     * and writes nothing. What the plan says of name, type, rule, state and schedules is compared; codes are not, as most locks do not show them.
     * Schedules are looked up for users for whom the plan has some, or of whom it is known that they have some. Fails only with CLOSED; what
     * fails on a lock is that lock's result.
     */
    CompletableFuture<Map<LockId, Result<List<PlanChange>>>> diff(Plan plan);

    /**
     * Makes each lock follow the plan.
     *
     * <p>Completes with the receipts of what was done on each lock. Changes on one lock go on after one of them failed; the lock's result is then the
     * first failure. Doing it again finishes it. Fails with CLOSED, and with INVALID if a secret of the plan was wiped; nothing is sent then.
     */
    CompletableFuture<Map<LockId, Result<List<Receipt>>>> apply(Plan plan);
}
