package org.lockcredentials.matter.discovery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.setup.Discriminator;

/**
 * Finds nodes on the local network (Matter Core 4.3).
 *
 * <p>Every step of the controller also works with an address that the host gives; nothing relies on a node being found. To
 * cancel a future ends its questions. Futures complete on the executor of the controller.
 */
public interface Discovery extends AutoCloseable {

    /**
     * Looks for devices that are in commissioning mode now.
     *
     * @param within how long to look, counted from now
     * @return those found, in the order in which they answered: with a long discriminator as soon as there is one, with a short one
     *     when others had the time to answer as well; empty if none was found in time, or the network knows no multicast; cancelled if
     *     this is closed
     */
    CompletableFuture<List<CommissionableNode>> commissionable(Discriminator discriminator, Duration within);

    /**
     * Looks for a commissioned node of a fabric.
     *
     * @param within how long to look, counted from now
     * @return the node, at once if it was heard of lately; empty if it was not found in time, or the network knows no multicast;
     *     cancelled if this is closed
     */
    CompletableFuture<Optional<OperationalNode>> operational(OperationalInstance instance, Duration within);

    /** Forgets where a node was, because it did not answer there: the next question for it goes to the network. */
    void forget(DiscoveredNode node);

    /** Ends all questions, whose futures are cancelled, and frees sockets and threads in bounded time; doing so again changes nothing. */
    @Override
    void close();

    /** A discovery that finds nothing, for networks without multicast. */
    static Discovery none() {
        return new NoDiscovery();
    }
}
