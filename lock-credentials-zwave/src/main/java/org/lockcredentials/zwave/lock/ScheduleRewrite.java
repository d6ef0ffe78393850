package org.lockcredentials.zwave.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.lockcredentials.Leftover;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.zwave.lock.schedule.Place;
import org.lockcredentials.zwave.lock.schedule.SlotPlan;

/** One replacement of a user's schedules, step by step, and what is left of it when it breaks off. Runs once. */
final class ScheduleRewrite {

    private final ScheduleBook book;
    private final int userId;
    private final List<Leftover> left = new ArrayList<>();
    private Outcome outcome = Outcome.CONFIRMED;
    private boolean begun;

    ScheduleRewrite(ScheduleBook book, int userId) {
        this.book = book;
        this.userId = userId;
    }

    /**
     * Completes with what all steps may claim. Fails with the reason of the step that broke it off and the slots that were put before; with
     * UNREACHABLE only if nothing was done.
     *
     * @param enforce what comes last
     */
    CompletableFuture<Outcome> run(SlotPlan plan, Optional<Boolean> enforce) {
        CompletableFuture<Void> steps = CompletableFuture.completedFuture(null);
        for (SlotPlan.Put put : plan.puts()) {
            steps = steps.thenCompose(
                    before -> step(Optional.of(put.place()), () -> book.put(userId, put.place(), put.entry())));
        }
        for (Place place : plan.erasures()) {
            steps = steps.thenCompose(before -> step(Optional.empty(), () -> book.erase(userId, place)));
        }
        if (enforce.isPresent()) {
            steps = steps.thenCompose(before -> step(Optional.empty(), () -> book.enforce(userId, enforce.get())));
        }
        return steps.thenApply(done -> outcome);
    }

    private CompletableFuture<Void> step(Optional<Place> put, Supplier<CompletableFuture<Outcome>> write) {
        return write.get()
                .thenAccept(done -> {
                    outcome = outcome.and(done);
                    begun = true;
                    put.ifPresent(this::leave);
                })
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(broken(put, failure)));
    }

    private LockCredentialException broken(Optional<Place> put, Throwable failure) {
        LockCredentialException reason = Failures.translated(failure);
        if (reason.reason() == Reason.TIMEOUT) {
            put.ifPresent(this::leave);
        }
        // UNREACHABLE promises that nothing was done.
        LockCredentialException told = begun && reason.reason() == Reason.UNREACHABLE
                ? new LockCredentialException(
                        Reason.TIMEOUT, "the lock went away before all schedules were replaced", reason)
                : reason;
        return told.leaving(left);
    }

    private void leave(Place place) {
        left.add(new Leftover.LeftSchedule(userId, place.kind(), place.slot()));
    }
}
