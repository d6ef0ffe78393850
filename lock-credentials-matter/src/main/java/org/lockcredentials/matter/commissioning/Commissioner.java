package org.lockcredentials.matter.commissioning;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.lockcredentials.matter.commissioning.CommissioningException.Kind;

/** Takes devices into the fabric. May be called from any thread. */
public final class Commissioner {

    private final CommissioningSite site;

    public Commissioner(CommissioningSite site) {
        this.site = site;
    }

    /**
     * Commissions a device that is on the network.
     *
     * <p>Completes on the controller's executor with the node, which is in the fabric and kept then; or with a {@link CommissioningException} that
     * names the step, after the device was told to take all back. To cancel the future ends the commissioning before its next step.
     */
    public CompletableFuture<CommissionedNode> commission(
            CommissioningTarget target, NodeSettings settings, CommissioningListener listener) {
        CompletableFuture<CommissionedNode> result = new CompletableFuture<>();
        try {
            site.actor()
                    .execute(() -> new CommissioningRun(site, target, settings, listener, result::isCancelled)
                            .run()
                            .whenComplete((node, failure) -> site.nodes()
                                    .outside()
                                    .execute(() -> {
                                        if (failure == null) {
                                            result.complete(node);
                                        } else {
                                            result.completeExceptionally(
                                                    Refusals.of(CommissioningStep.DISCOVERY, failure));
                                        }
                                    })));
        } catch (RejectedExecutionException shutDown) {
            result.completeExceptionally(new CommissioningException(
                    Kind.CLOSED, CommissioningStep.DISCOVERY, "the controller was closed", shutDown));
        }
        return result;
    }
}
