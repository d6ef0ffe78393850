package org.lockcredentials.zwave.network;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.frame.LinkException;
import org.lockcredentials.zwave.inclusion.InclusionFailure.Why;
import org.lockcredentials.zwave.serialapi.SerialApi;
import org.lockcredentials.zwave.serialapi.function.Call;
import org.lockcredentials.zwave.serialapi.function.Command;

/** The stick, as those use it who change the network. Touched by tasks of the network's actor only, where futures complete. */
final class StickControl {

    private final SerialApi stick;
    private final Actor actor;
    private final Duration deadline;
    private int lastCallbackId;

    /** @param deadline for a function to be handed to the stick */
    StickControl(SerialApi stick, Actor actor, Duration deadline) {
        this.stick = stick;
        this.actor = actor;
        this.deadline = deadline;
    }

    /** An id of 1 to 255 that was not used lately. */
    int nextCallbackId() {
        lastCallbackId = lastCallbackId % 0xFF + 1;
        return lastCallbackId;
    }

    CompletableFuture<Void> order(Command command) {
        return onActor(stick.order(command, deadline));
    }

    <R> CompletableFuture<R> call(Call<R> call) {
        return onActor(stick.call(call, deadline));
    }

    Cancellable after(Duration delay, Runnable task) {
        return actor.after(delay, task);
    }

    long nanoTime() {
        return actor.nanoTime();
    }

    private <R> CompletableFuture<R> onActor(CompletableFuture<R> future) {
        CompletableFuture<R> result = new CompletableFuture<>();
        future.whenCompleteAsync(
                (value, failure) -> {
                    if (failure == null) {
                        result.complete(value);
                    } else {
                        result.completeExceptionally(failure);
                    }
                },
                actor);
        return result;
    }

    /** What a failure of the line means for a change of the network. */
    static Why why(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ChangeFailure known) {
            return known.why();
        }
        if (!(cause instanceof LinkException link)) {
            return Why.REFUSED;
        }
        return switch (link.kind()) {
            case CLOSED -> Why.CLOSED;
            case TIMEOUT -> Why.TIMEOUT;
            case REFUSED -> Why.REFUSED;
            case LOST, UNSENT -> Why.LOST;
        };
    }
}
