package org.lockcredentials.matter.discovery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.setup.Discriminator;

/** Finds nothing, at once. */
record NoDiscovery() implements Discovery {

    @Override
    public CompletableFuture<List<CommissionableNode>> commissionable(Discriminator discriminator, Duration within) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<Optional<OperationalNode>> operational(OperationalInstance instance, Duration within) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public void forget(DiscoveredNode node) {
        // Nothing was remembered.
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
