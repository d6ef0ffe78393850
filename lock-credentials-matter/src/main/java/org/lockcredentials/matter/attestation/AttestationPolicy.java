package org.lockcredentials.matter.attestation;

import java.util.concurrent.CompletableFuture;

/** What the host makes of a device that is not proven to be what it says. Nothing is ever accepted unasked. */
@FunctionalInterface
public interface AttestationPolicy {

    /**
     * Asked about a device with one finding or more, while it waits in its commissioning (some tens of seconds).
     *
     * @return true to go on; false, or a failure, to end the commissioning
     */
    CompletableFuture<Boolean> accepts(AttestationReport report);

    /** Refuses every device that is not proven to be what it says. */
    static AttestationPolicy strict() {
        return report -> CompletableFuture.completedFuture(false);
    }

    /** Accepts a device without findings, and asks about any other. */
    default CompletableFuture<Boolean> judge(AttestationReport report) {
        return report.isGenuine() ? CompletableFuture.completedFuture(true) : accepts(report);
    }
}
