package org.lockcredentials.internal.host;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.spi.Scheduler;
import org.lockcredentials.spi.Scheduler.Cancellable;

/** Bounds what may never end. */
record Deadline(Scheduler scheduler, Executor executor) {

    /** The answer of {@code work}, or {@code late} when that is not there in time; what comes later is ignored. */
    <T> CompletableFuture<T> within(Duration time, CompletableFuture<T> work, Supplier<LockCredentialException> late) {
        CompletableFuture<T> answer = work.copy();
        Cancellable timer =
                scheduler.schedule(time, () -> executor.execute(() -> answer.completeExceptionally(late.get())));
        answer.whenComplete((value, failure) -> timer.cancel());
        return answer;
    }
}
