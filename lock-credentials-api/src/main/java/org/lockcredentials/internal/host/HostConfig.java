package org.lockcredentials.internal.host;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.internal.session.SessionContext;
import org.lockcredentials.slot.SlotPolicy;
import org.lockcredentials.spi.LockBackend;
import org.lockcredentials.spi.Scheduler;
import org.lockcredentials.spi.StateStore;

/**
 * What a host is made of.
 *
 * @param backends in the order in which failures are told
 * @param executor runs all work and every answer
 * @param scheduler the only source of time
 * @param store durable state
 * @param operationTimeout for each operation on a lock
 * @param userSlots user indexes that may be chosen
 * @param credentialSlots credential slots that may be chosen
 * @param emulateDisabling whether codes may be taken off a lock to disable a user
 * @param listeners who hears of events from the first on, those of opening included
 * @param afterwards gives back what was made for this host alone, last of all
 */
public record HostConfig(
        List<LockBackend> backends,
        Executor executor,
        Scheduler scheduler,
        StateStore store,
        Duration operationTimeout,
        SlotPolicy userSlots,
        SlotPolicy credentialSlots,
        boolean emulateDisabling,
        List<Consumer<? super LockEvent>> listeners,
        Runnable afterwards) {

    public HostConfig {
        backends = List.copyOf(backends);
        listeners = List.copyOf(listeners);
    }

    SessionContext sessions() {
        return new SessionContext(
                executor, scheduler, store, userSlots, credentialSlots, operationTimeout, emulateDisabling);
    }
}
