package org.lockcredentials.matter.policy;

import java.util.concurrent.CompletableFuture;

/** What the host makes of a device that is not proven to be what it says. Nothing is ever accepted unasked. */
@FunctionalInterface
public interface AttestationPolicy {

    /**
     * Asked about a device with one finding or more, on the host's executor, while the device waits in its commissioning: five minutes at most.
     *
     * @return true to go on; false, a failure, or no answer in time to end the commissioning with nothing left on the device
     */
    CompletableFuture<Boolean> accepts(AttestationReport report);

    /** Refuses every device that is not proven to be what it says. */
    static AttestationPolicy strict() {
        return report -> CompletableFuture.completedFuture(false);
    }
}
