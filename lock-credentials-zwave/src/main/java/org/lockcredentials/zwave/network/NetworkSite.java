package org.lockcredentials.zwave.network;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.zwave.localtime.LocalClock;
import org.lockcredentials.zwave.serialapi.SerialApi;
import org.lockcredentials.zwave.transport.Radio;

/**
 * Where the changes of a network take place.
 *
 * @param actor the network's
 * @param host runs what is the host's, one task after the other
 * @param deadline for a function to be handed to the stick
 * @param folder of the network in the store
 * @param ownNodeId the stick's own
 * @param longRange whether the stick knows Long Range
 */
public record NetworkSite(
        SerialApi stick,
        Radio radio,
        Actor actor,
        Executor host,
        Duration deadline,
        StateStore store,
        String folder,
        int ownNodeId,
        boolean longRange,
        LocalClock clock,
        Supplier<Instant> now) {

    /** What is kept of nodes that are joining. */
    public JoinNotes notes() {
        return new JoinNotes(store, folder);
    }
}
