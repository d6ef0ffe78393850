package org.lockcredentials.matter.commissioning;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.cluster.generalcommissioning.ArmFailSafe;
import org.lockcredentials.matter.cluster.generalcommissioning.CommissioningError;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The device's promise to take all back unless commissioning is complete in time (11.10.7.2). Used by tasks of the actor only. */
final class FailSafe {

    private static final Logger log = LoggerFactory.getLogger(FailSafe.class);

    private final Actor actor;
    private final Device device;
    private final Duration expiry;
    private long armedAt;

    FailSafe(Actor actor, Device device, Duration expiry) {
        this.actor = actor;
        this.device = device;
        this.expiry = expiry;
    }

    CompletableFuture<Void> arm() {
        return device.invoke(new ArmFailSafe(expiry, 0)).thenAccept(response -> {
            Refusals.check(CommissioningStep.FAIL_SAFE, response);
            armedAt = actor.nanoTime();
        });
    }

    /** Arms it anew once a third of its time is over. */
    CompletableFuture<Void> renew() {
        return actor.nanoTime() - armedAt > expiry.toNanos() / 3 ? arm() : CompletableFuture.completedFuture(null);
    }

    /** Keeps it armed while somebody decides, so long; nothing decided by then is a refusal. */
    CompletableFuture<Void> armedDuring(CompletableFuture<Void> decision, Duration patience) {
        CompletableFuture<Void> decided = new CompletableFuture<>();
        renewUntil(decided, patience);
        decision.whenCompleteAsync(
                (trusted, failure) -> {
                    if (failure == null) {
                        decided.complete(null);
                    } else {
                        decided.completeExceptionally(failure);
                    }
                },
                actor);
        return decided;
    }

    private void renewUntil(CompletableFuture<Void> decided, Duration patience) {
        Duration pause = expiry.dividedBy(3);
        Cancellable next = actor.after(pause, () -> {
            if (patience.compareTo(pause) <= 0) {
                decided.completeExceptionally(new AttestationRefusedException("nobody decided in time to trust it"));
                return;
            }
            arm().whenComplete((armed, failure) -> {
                if (failure == null) {
                    renewUntil(decided, patience.minus(pause));
                } else {
                    decided.completeExceptionally(failure);
                }
            });
        });
        decided.whenComplete((trusted, failure) -> next.cancel());
    }

    /** Has the device take all back now; it does so later if it does not hear of it. Never fails. Completes with whether the device said that it did. */
    CompletableFuture<Boolean> disarm() {
        return device.invoke(new ArmFailSafe(Duration.ZERO, 0)).handle((response, failure) -> {
            if (failure != null) {
                log.info("the device was not reached to take all back; it does so within {}", expiry);
            }
            return failure == null && response.error() == CommissioningError.OK;
        });
    }
}
