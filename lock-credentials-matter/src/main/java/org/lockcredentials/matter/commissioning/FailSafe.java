package org.lockcredentials.matter.commissioning;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.actor.Actor;
import org.lockcredentials.matter.cluster.generalcommissioning.ArmFailSafe;
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

    /** Has the device take all back now; it does so later if it does not hear of it. Never fails. */
    CompletableFuture<Void> disarm() {
        return device.invoke(new ArmFailSafe(Duration.ZERO, 0)).handle((response, failure) -> {
            if (failure != null) {
                log.info("the device was not reached to take all back; it does so within {}", expiry);
            }
            return null;
        });
    }
}
