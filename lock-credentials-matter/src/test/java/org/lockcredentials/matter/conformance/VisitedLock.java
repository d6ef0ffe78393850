package org.lockcredentials.matter.conformance;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lockcredentials.matter.conformance.Commissioned.await;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.lockcredentials.Lock;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.matter.MatterBackend;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.testing.Witness;

/** A commissioned lock as a host has it, and what the host hears of it. */
final class VisitedLock implements AutoCloseable {

    private static final int SECONDS = 60;

    private final LockCredentialManager manager;
    private final BlockingQueue<LockEvent> events = new LinkedBlockingQueue<>();
    private final Lock lock;

    VisitedLock(StateStore fabric, LockId id) {
        manager = await(LockCredentialManager.builder()
                .backend(new KeptFabric(new MatterBackend(Commissioned.loopback()), fabric))
                .stateStore(fabric)
                .open());
        manager.events().subscribe(events::add);
        lock = manager.lock(id);
    }

    Lock lock() {
        return lock;
    }

    /** The next event of that kind; those of other kinds before it are dropped. */
    <E extends LockEvent> E next(Class<E> kind) throws InterruptedException {
        while (true) {
            LockEvent event = events.poll(SECONDS, TimeUnit.SECONDS);
            assertNotNull(event, () -> "no " + kind.getSimpleName() + " was told");
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
        }
    }

    static LockCredentialException failure(CompletableFuture<?> future) {
        ExecutionException failed = assertThrows(ExecutionException.class, () -> future.get(SECONDS, TimeUnit.SECONDS));
        Witness.seen(failed);
        return (LockCredentialException) failed.getCause();
    }

    @Override
    public void close() {
        manager.close();
    }
}
