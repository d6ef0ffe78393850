package org.lockcredentials.internal.queue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.spi.LockDriver;

/**
 * One operation's time with the lock. Whatever an operation waits for, it waits for here, so that its deadline, or the
 * end of the session, ends the waiting and the operation unwinds by itself.
 */
public final class Turn {

    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final LockQueue queue;
    private final long calledAt;
    private final long deadline;
    private @Nullable LockCredentialException ended;
    private @Nullable CompletableFuture<?> waiting;

    Turn(LockQueue queue, long calledAt, long deadline) {
        this.queue = queue;
        this.calledAt = calledAt;
        this.deadline = deadline;
    }

    /** When the operation was called, as {@code nanoTime} counts. */
    public long calledAt() {
        return calledAt;
    }

    /** When the operation must end, as {@code nanoTime} counts. */
    public long deadline() {
        return deadline;
    }

    /**
     * A question, which changes nothing: asked again when nobody answers. Completes as the driver does, on the executor; fails
     * besides with NOT_FOUND (no lock), TIMEOUT (deadline), CLOSED.
     */
    public <T> CompletableFuture<T> ask(Function<LockDriver, CompletableFuture<T>> question) {
        return repeat(question, LockCredentialException::isTransient, () -> {}, 1);
    }

    /** A write: sent again only when it is certain that it was not done. Completes and fails as {@link #ask}. */
    public <T> CompletableFuture<T> tell(Function<LockDriver, CompletableFuture<T>> write) {
        return repeat(write, failure -> failure.reason() == Reason.UNREACHABLE, queue::answerLost, 1);
    }

    /** Ends the operation's time, from any thread: what it waits for fails with this, and so does all it tries afterwards. */
    void end(LockCredentialException why) {
        CompletableFuture<?> waited;
        synchronized (this) {
            if (ended != null) {
                return;
            }
            ended = why;
            waited = waiting;
        }
        if (waited != null) {
            queue.dispatch(() -> waited.completeExceptionally(why));
        }
    }

    private <T> CompletableFuture<T> repeat(
            Function<LockDriver, CompletableFuture<T>> call,
            Predicate<LockCredentialException> again,
            Runnable lost,
            int attempt) {
        return once(call, lost)
                .handle((answer, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(answer);
                    }
                    LockCredentialException typed = Failures.typed(failure);
                    Duration pause = FIRST_PAUSE.multipliedBy(1L << (attempt - 1));
                    if (attempt == ATTEMPTS || !again.test(typed) || !timeFor(pause)) {
                        return CompletableFuture.<T>failedFuture(typed);
                    }
                    return pause(pause).thenCompose(rested -> repeat(call, again, lost, attempt + 1));
                })
                .thenCompose(Function.identity());
    }

    private <T> CompletableFuture<T> once(Function<LockDriver, CompletableFuture<T>> call, Runnable lost) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (!waitFor(answer)) {
            return answer;
        }
        LockDriver driver = queue.driver();
        if (driver == null) {
            answer.completeExceptionally(new LockCredentialException(Reason.NOT_FOUND, "no backend knows this lock"));
            return answer;
        }
        answer.whenComplete((value, failure) -> {
            if (failure != null && Failures.isLost(Failures.typed(failure))) {
                lost.run();
            }
        });
        called(() -> call.apply(driver))
                .whenComplete((value, failure) -> queue.dispatch(() -> {
                    boolean heard = failure == null
                            ? answer.complete(value)
                            : answer.completeExceptionally(Failures.typed(failure));
                    if (!heard) {
                        // It came after the operation had given up: what it did, it did behind everybody's back.
                        lost.run();
                    }
                }));
        return answer;
    }

    private static <T> CompletableFuture<T> called(Supplier<CompletableFuture<T>> call) {
        try {
            return call.get();
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    private CompletableFuture<Void> pause(Duration length) {
        CompletableFuture<Void> rested = new CompletableFuture<>();
        if (waitFor(rested)) {
            queue.scheduler().schedule(length, () -> queue.dispatch(() -> rested.complete(null)));
        }
        return rested;
    }

    private boolean timeFor(Duration pause) {
        return deadline - queue.scheduler().nanoTime() > pause.toNanos();
    }

    private boolean waitFor(CompletableFuture<?> future) {
        LockCredentialException over;
        synchronized (this) {
            over = ended;
            waiting = future;
        }
        if (over != null) {
            future.completeExceptionally(over);
        }
        return over == null;
    }
}
