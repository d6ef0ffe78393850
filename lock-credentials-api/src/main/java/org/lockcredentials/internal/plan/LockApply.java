package org.lockcredentials.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Lock;
import org.lockcredentials.Receipt;
import org.lockcredentials.plan.PlanChange;
import org.lockcredentials.schedule.Schedule;

/** Makes changes on one lock, one after the other, and goes on after one that failed. */
final class LockApply {

    private final Lock lock;
    private final List<Receipt> receipts = new ArrayList<>();
    private Optional<Throwable> firstFailure = Optional.empty();

    LockApply(Lock lock) {
        this.lock = lock;
    }

    /** Completes with what was done, or fails with the first failure once all was tried. */
    CompletableFuture<List<Receipt>> make(List<PlanChange> changes) {
        CompletableFuture<Void> soFar = CompletableFuture.completedFuture(null);
        for (PlanChange change : changes) {
            soFar = soFar.thenCompose(before -> make(change).handle(this::note));
        }
        return soFar.thenCompose(all -> firstFailure
                .map(CompletableFuture::<List<Receipt>>failedFuture)
                .orElseGet(() -> CompletableFuture.completedFuture(List.copyOf(receipts))));
    }

    private CompletableFuture<Receipt> make(PlanChange change) {
        if (change instanceof PlanChange.Remove remove) {
            return lock.access().remove(remove.key());
        } else if (change instanceof PlanChange.Change changed) {
            return change(changed);
        } else if (change instanceof PlanChange.Restore restore) {
            return lock.access().add(restore.request());
        }
        return lock.access().add(((PlanChange.Add) change).request());
    }

    /** Codes stay; schedules that are not wanted any more are cleared on their own, since a change without any leaves them. */
    private CompletableFuture<Receipt> change(PlanChange.Change change) {
        boolean scheduled = change.parts().contains(PlanChange.Part.SCHEDULES);
        List<Schedule> schedules = change.request().schedules();
        AccessRequest request =
                new AccessRequest(change.key(), change.request().user(), List.of(), scheduled ? schedules : List.of());
        CompletableFuture<Receipt> changed = lock.access().change(request);
        return scheduled && schedules.isEmpty()
                ? changed.thenCompose(
                        receipt -> lock.schedules().set(receipt.userIndex().orElseThrow(), List.of()))
                : changed;
    }

    private @Nullable Void note(@Nullable Receipt receipt, @Nullable Throwable failure) {
        if (receipt != null) {
            receipts.add(receipt);
        } else if (firstFailure.isEmpty()) {
            firstFailure = Optional.ofNullable(failure);
        }
        return null;
    }
}
