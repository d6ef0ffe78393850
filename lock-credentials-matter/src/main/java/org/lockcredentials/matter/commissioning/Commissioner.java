package org.lockcredentials.matter.commissioning;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.lockcredentials.matter.commissioning.CommissioningException.Kind;

/** Takes devices into the fabric. May be called from any thread. */
public final class Commissioner {

    private final CommissioningSite site;
    private final DeviceTrust trust;

    /** @param trust judges what devices say of their makers */
    public Commissioner(CommissioningSite site, DeviceTrust trust) {
        this.site = site;
        this.trust = trust;
    }

    /**
     * Commissions a device that is on the network.
     *
     * <p>Completes on the controller's executor with the node, which is in the fabric and kept then; or with a {@link CommissioningException} that
     * names the step, after the device was told to take all back.
     *
     * @param cancelled asked before each step; true calls the commissioning off
     */
    public CompletableFuture<CommissionedNode> commission(
            CommissioningTarget target,
            NodeSettings settings,
            CommissioningListener listener,
            BooleanSupplier cancelled) {
        CompletableFuture<CommissionedNode> result = new CompletableFuture<>();
        try {
            site.actor()
                    .execute(() -> new CommissioningRun(site, trust, target, settings, listener, cancelled)
                            .run()
                            .whenComplete((node, failure) -> outside(() -> {
                                if (failure == null) {
                                    result.complete(node);
                                } else {
                                    result.completeExceptionally(Refusals.of(CommissioningStep.DISCOVERY, failure));
                                }
                            })));
        } catch (RejectedExecutionException shutDown) {
            result.completeExceptionally(new CommissioningException(
                    Kind.CLOSED, CommissioningStep.DISCOVERY, "the controller was closed", shutDown));
        }
        return result;
    }

    /** A host that shut its executor down is told here: nobody waits for ever. */
    private void outside(Runnable outcome) {
        try {
            site.nodes().outside().execute(outcome);
        } catch (RejectedExecutionException shutDown) {
            outcome.run();
        }
    }
}
