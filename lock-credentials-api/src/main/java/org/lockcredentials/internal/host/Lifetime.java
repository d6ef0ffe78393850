package org.lockcredentials.internal.host;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;

/** The time between a manager's opening and its end: work asked for within it ends with it, if not before. */
public final class Lifetime {

    private final Executor executor;
    private final Set<CompletableFuture<?>> pending = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    public Lifetime(Executor executor) {
        this.executor = executor;
    }

    /** Starts work unless all is over. Its answer comes on the host's executor, or is CLOSED when the end comes first. */
    public <T> CompletableFuture<T> during(Supplier<CompletableFuture<T>> work) {
        if (over) {
            return CompletableFuture.failedFuture(closed());
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        pending.add(answer);
        answer.whenComplete((value, failure) -> pending.remove(answer));
        started(work).whenComplete((value, failure) -> tell(() -> settle(answer, value, failure)));
        if (over) {
            answer.completeExceptionally(closed());
        }
        return answer;
    }

    /** A host that shut its executor down first still gets its answers, on the thread at hand. */
    private void tell(Runnable answer) {
        try {
            executor.execute(answer);
        } catch (RejectedExecutionException gone) {
            answer.run();
        }
    }

    /** @throws LockCredentialException CLOSED if all is over */
    public void check() {
        if (over) {
            throw closed();
        }
    }

    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
        pending.forEach(answer -> answer.completeExceptionally(closed()));
    }

    private static <T> CompletableFuture<T> started(Supplier<CompletableFuture<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static <T> void settle(CompletableFuture<T> answer, T value, @Nullable Throwable failure) {
        if (failure != null) {
            answer.completeExceptionally(ForeignFailures.of(failure));
        } else {
            answer.complete(value);
        }
    }

    private static LockCredentialException closed() {
        return new LockCredentialException(Reason.CLOSED, "the manager was closed");
    }
}
