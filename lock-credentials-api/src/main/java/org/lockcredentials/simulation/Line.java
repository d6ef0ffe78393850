package org.lockcredentials.simulation;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Reason;
import org.lockcredentials.spi.BackendContext;

/** The way from one host to one lock and back, where things go wrong. */
final class Line {

    private final LockId id;
    private final BackendContext host;
    private final Traffic traffic;
    private final Faults faults;
    private final Runnable restart;
    private final Set<CompletableFuture<?>> pending = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Line(LockId id, BackendContext host, Traffic traffic, Faults faults, Runnable restart) {
        this.id = id;
        this.host = host;
        this.traffic = traffic;
        this.faults = faults;
        this.restart = restart;
    }

    <T> CompletableFuture<T> ask(LockRequest request, Supplier<CompletableFuture<T>> deed) {
        return ask(request, () -> {}, deed);
    }

    /** @param squat what somebody else does just before if the fault is a race */
    <T> CompletableFuture<T> ask(LockRequest request, Runnable squat, Supplier<CompletableFuture<T>> deed) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        pending.add(answer);
        answer.whenComplete((value, error) -> pending.remove(answer));
        if (closed) {
            hangUp();
            return answer;
        }
        traffic.count(request);
        faults.meet(request)
                .ifPresentOrElse(
                        fault -> meet(fault, squat, deed, answer), () -> run(() -> answer(deed, answer), answer));
        return answer;
    }

    boolean isClosed() {
        return closed;
    }

    /** Fails what is pending and all that comes with CLOSED. */
    void hangUp() {
        closed = true;
        pending.forEach(answer -> fail(answer, Reason.CLOSED, "the simulated network was closed"));
    }

    private <T> void meet(
            Fault fault, Runnable squat, Supplier<CompletableFuture<T>> deed, CompletableFuture<T> answer) {
        if (fault instanceof Fault.Unreachable) {
            run(() -> fail(answer, Reason.UNREACHABLE, "the lock cannot be reached"), answer);
        } else if (fault instanceof Fault.LoseAnswer lost) {
            run(() -> loseAnswer(lost.done(), deed, answer), answer);
        } else if (fault instanceof Fault.Slow slow) {
            host.scheduler().schedule(slow.delay(), () -> run(() -> answer(deed, answer), answer));
        } else if (fault instanceof Fault.Refuse refuse) {
            run(() -> answer.completeExceptionally(refused(refuse.status())), answer);
        } else if (fault instanceof Fault.OccupyFirst) {
            run(
                    () -> {
                        squat.run();
                        answer(deed, answer);
                    },
                    answer);
        } else if (fault instanceof Fault.Restart) {
            run(
                    () -> {
                        restart.run();
                        fail(answer, Reason.UNREACHABLE, "the lock restarts");
                    },
                    answer);
        }
    }

    private <T> void loseAnswer(boolean done, Supplier<CompletableFuture<T>> deed, CompletableFuture<T> answer) {
        CompletableFuture<T> lost = new CompletableFuture<>();
        if (done) {
            answer(deed, lost);
        } else {
            lost.complete(null);
        }
        lost.whenComplete((value, error) -> fail(answer, Reason.TIMEOUT, "the lock's answer was lost"));
    }

    private <T> void answer(Supplier<CompletableFuture<T>> deed, CompletableFuture<T> answer) {
        if (closed) {
            return;
        }
        try {
            deed.get()
                    .whenComplete(
                            (value, error) -> run(() -> settle(answer, value, Optional.ofNullable(error)), answer));
        } catch (RuntimeException refusal) {
            answer.completeExceptionally(refusal);
        }
    }

    private static <T> void settle(CompletableFuture<T> answer, T value, Optional<Throwable> error) {
        error.ifPresentOrElse(answer::completeExceptionally, () -> answer.complete(value));
    }

    private void run(Runnable step, CompletableFuture<?> answer) {
        try {
            host.executor().execute(step);
        } catch (RejectedExecutionException gone) {
            fail(answer, Reason.CLOSED, "the host's executor takes no more work");
        }
    }

    private LockCredentialException refused(int status) {
        return new LockCredentialException(Reason.REJECTED, "the lock refused")
                .withStatus(status)
                .at(id);
    }

    private void fail(CompletableFuture<?> answer, Reason reason, String message) {
        answer.completeExceptionally(new LockCredentialException(reason, message).at(id));
    }
}
