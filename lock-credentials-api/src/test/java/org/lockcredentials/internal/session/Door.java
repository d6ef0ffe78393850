package org.lockcredentials.internal.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Access;
import org.lockcredentials.AccessGrant;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.internal.queue.Failures;
import org.lockcredentials.simulation.SimulatedBackend;
import org.lockcredentials.simulation.SimulatedLock;
import org.lockcredentials.slot.SlotPolicy;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.BackendListener;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.testing.MemoryStore;

/** One session over one simulated lock, at which a test can type codes, in virtual time. */
final class Door {

    static final AccessKey ANN = new AccessKey("test", "ann");
    static final AccessKey BOB = new AccessKey("test", "bob");

    final ManualScheduler time = new ManualScheduler();
    final MemoryStore store;
    private final SimulatedLock lock;
    private final SimulatedBackend backend;
    private final LockSession session;

    Door(SimulatedLock lock) {
        this(lock, new MemoryStore());
    }

    private Door(SimulatedLock lock, MemoryStore store) {
        this.lock = lock;
        this.store = store;
        session = new LockSession(
                lock.id(),
                new SessionContext(
                        time.executor(), time, store, SlotPolicy.all(), SlotPolicy.all(), Bench.TIMEOUT, true));
        backend = SimulatedBackend.of(lock);
        get(backend.open(new BackendContext(time.executor(), time, store, new BackendListener() {
            @Override
            public void lockFound(LockDriver driver) {
                session.attach(driver);
            }

            @Override
            public void lockGone(LockId gone) {
                session.detach();
            }

            @Override
            public void event(LockEvent event) {
                session.witness(event);
            }
        })));
    }

    /** Another process over the same lock and store. */
    Door restarted() {
        get(session.close());
        get(backend.close());
        return new Door(lock, store);
    }

    LockSession session() {
        return session;
    }

    Access access() {
        return session.access();
    }

    AccessGrant grant(AccessKey key) {
        return get(access().list()).stream()
                .filter(grant -> grant.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    <T> T get(CompletableFuture<T> future) {
        time.advanceUntilDone(future, Duration.ofMinutes(10));
        return future.join();
    }

    LockCredentialException failure(CompletableFuture<?> future) {
        time.advanceUntilDone(future, Duration.ofMinutes(10));
        try {
            throw new AssertionError("it completed with " + future.join());
        } catch (RuntimeException failed) {
            return Failures.typed(failed);
        }
    }

    static AccessRequest ann(String name, String code) {
        return access(ANN, name, code);
    }

    static AccessRequest access(AccessKey key, String name, String code) {
        return AccessRequest.builder(key).name(name).pin(Secret.of(code)).build();
    }
}
