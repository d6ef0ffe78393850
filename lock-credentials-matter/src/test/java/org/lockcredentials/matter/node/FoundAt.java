package org.lockcredentials.matter.node;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.discovery.CommissionableNode;
import org.lockcredentials.matter.discovery.DiscoveredNode;
import org.lockcredentials.matter.discovery.Discovery;
import org.lockcredentials.matter.discovery.OperationalInstance;
import org.lockcredentials.matter.discovery.OperationalNode;
import org.lockcredentials.matter.discovery.SessionIntervals;
import org.lockcredentials.matter.setup.Discriminator;

/** A discovery that knows what the test says, and counts how often it is asked. */
final class FoundAt implements Discovery {

    List<InetSocketAddress> addresses = List.of();
    SessionIntervals intervals = SessionIntervals.unknown();
    int asked;
    int forgotten;

    @Override
    public CompletableFuture<List<CommissionableNode>> commissionable(Discriminator discriminator, Duration within) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<Optional<OperationalNode>> operational(OperationalInstance instance, Duration within) {
        asked++;
        return CompletableFuture.completedFuture(
                addresses.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new OperationalNode(instance, addresses, intervals)));
    }

    @Override
    public void forget(DiscoveredNode node) {
        forgotten++;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
