package org.lockcredentials.zwave.host;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.BackendListener;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.testing.WallClock;
import org.lockcredentials.testing.Witness;
import org.lockcredentials.zwave.ZWaveBackend;
import org.lockcredentials.zwave.ZWaveConfig;

/** Opens a backend in real time, and waits for what it says; what a host would see of it is looked through for codes. */
public final class SmallHost implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final WallClock clock = new WallClock("host-clock");
    private final Map<LockId, LockDriver> locks = new ConcurrentHashMap<>();
    private final BlockingQueue<LockEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<LockId> found = new LinkedBlockingQueue<>();
    private final ZWaveBackend backend;

    public SmallHost(ZWaveConfig config, StateStore store) {
        backend = new ZWaveBackend(config);
        try {
            await(backend.open(new BackendContext(executor, clock, store, new Listener())));
        } catch (RuntimeException | AssertionError notOpened) {
            close();
            throw notOpened;
        }
    }

    public static SmallHost at(int port, StateStore store) {
        return new SmallHost(ZWaveConfig.of("tcp://127.0.0.1:" + port), store);
    }

    public LockDriver lock(int node) {
        LockDriver lock = locks.get(LockId.of("zwave", Integer.toString(node)));
        if (lock == null) {
            throw new AssertionError("no lock " + node + " among " + locks.keySet());
        }
        return lock;
    }

    public ZWaveBackend backend() {
        return backend;
    }

    public boolean hasNoLocks() {
        return locks.isEmpty();
    }

    /** Waits until a lock is found, by itself as it were. */
    public void untilLock(int node) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (!locks.containsKey(LockId.of("zwave", Integer.toString(node))) && System.nanoTime() < end) {
                found.poll(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lock(node);
    }

    /** The next event that is of that kind and right; others before it are dropped. */
    public <E extends LockEvent> E event(Class<E> kind, Predicate<E> right) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (System.nanoTime() < end) {
                LockEvent event = events.poll(1, TimeUnit.SECONDS);
                if (kind.isInstance(event) && right.test(kind.cast(event))) {
                    return kind.cast(event);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no such " + kind.getSimpleName());
    }

    public static <T> T await(CompletableFuture<T> future) {
        try {
            T result = future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Witness.seen(result);
            return result;
        } catch (ExecutionException e) {
            Witness.seen(e.getCause());
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("not done: " + future, e);
        }
    }

    /** The failure of a future, which must be the SDK's own. */
    public static LockCredentialException failure(CompletableFuture<?> future) {
        return assertInstanceOf(
                LockCredentialException.class, assertThrows(RuntimeException.class, () -> await(future)));
    }

    @Override
    public void close() {
        await(backend.close());
        executor.shutdownNow();
        clock.close();
    }

    private final class Listener implements BackendListener {

        @Override
        public void lockFound(LockDriver driver) {
            locks.put(driver.info().id(), driver);
            found.add(driver.info().id());
        }

        @Override
        public void lockGone(LockId lock) {
            locks.remove(lock);
        }

        @Override
        public void event(LockEvent event) {
            Witness.seen(event);
            events.add(event);
        }
    }
}
