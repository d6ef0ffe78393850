package org.lockcredentials.internal.session;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.lockcredentials.slot.SlotPolicy;
import org.lockcredentials.spi.Scheduler;
import org.lockcredentials.spi.StateStore;

/**
 * What every lock session of one manager shares.
 *
 * @param executor the host's, on which every future completes
 * @param scheduler the only source of time
 * @param store durable state
 * @param userSlots which user indexes may be chosen
 * @param credentialSlots which credential slots may be chosen, for every type
 * @param operationTimeout from the call of an operation to its deadline
 * @param emulateDisabling whether a code may be taken off a lock and kept to disable its user
 */
public record SessionContext(
        Executor executor,
        Scheduler scheduler,
        StateStore store,
        SlotPolicy userSlots,
        SlotPolicy credentialSlots,
        Duration operationTimeout,
        boolean emulateDisabling) {}
