package org.lockcredentials.zwave.network;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.zwave.inclusion.InclusionFailure;
import org.lockcredentials.zwave.inclusion.InclusionFailure.Why;
import org.lockcredentials.zwave.inclusion.ZWaveNode;
import org.lockcredentials.zwave.serialapi.function.AddNode;
import org.lockcredentials.zwave.serialapi.function.FailedNode;

/** A node that gets its id by the stick's doing, and then all that follows. */
record Arrival(Change<Newcomer> byStick, Joining joining) implements Change<ZWaveNode> {

    @Override
    public CompletableFuture<ZWaveNode> run() {
        return byStick.run()
                .whenComplete((newcomer, failure) -> Optional.ofNullable(failure)
                        .flatMap(InclusionFailure::of)
                        .ifPresent(joining::broken))
                .thenCompose(joining::run);
    }

    @Override
    public void cancel() {
        joining.end(Why.CANCELLED);
        byStick.cancel();
    }

    @Override
    public void end(Why why) {
        byStick.end(why);
        joining.end(why);
    }

    @Override
    public void heard(AddNode.Status status) {
        byStick.heard(status);
    }

    @Override
    public void heard(FailedNode.Status status) {
        byStick.heard(status);
    }
}
