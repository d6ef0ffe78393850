package org.lockcredentials.internal.plan;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.Finding;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockGroup;
import org.lockcredentials.LockId;
import org.lockcredentials.Receipt;
import org.lockcredentials.Result;
import org.lockcredentials.Target;
import org.lockcredentials.plan.Plan;
import org.lockcredentials.plan.PlanChange;
import org.lockcredentials.plan.Plans;

/** Runs a plan on every lock of its target. */
public final class GroupPlans implements Plans {

    private final Function<Target, LockGroup> groups;

    public GroupPlans(Function<Target, LockGroup> groups) {
        this.groups = groups;
    }

    @Override
    public CompletableFuture<Map<LockId, Result<List<PlanChange>>>> diff(Plan plan) {
        return groups.apply(plan.target()).each(lock -> new LockDiff(lock, plan).find());
    }

    @Override
    public CompletableFuture<Map<LockId, Result<List<Receipt>>>> apply(Plan plan) {
        OwnedPlan owned;
        try {
            owned = OwnedPlan.copyOf(plan);
        } catch (IllegalStateException wiped) {
            return CompletableFuture.failedFuture(LockCredentialException.refused(
                    List.of(Finding.invalid("secret", "a secret of the plan was wiped before it was handed over"))));
        }
        return groups.apply(plan.target())
                .each(lock -> new LockDiff(lock, owned.plan())
                        .find()
                        .thenCompose(changes -> new LockApply(lock).make(changes)))
                .whenComplete((results, failure) -> owned.close());
    }
}
