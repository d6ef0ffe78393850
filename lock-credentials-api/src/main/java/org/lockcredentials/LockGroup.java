package org.lockcredentials;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Several locks, addressed at once. Which they are is looked up anew at each call. */
public interface LockGroup {

    /**
     * Does the same on every lock of the group, on all of them at once.
     *
     * <p>Completes with one result for each lock, when the last has ended; the map is empty if the group has no lock. A lock that the target names and no
     * backend knows has failed with NOT_FOUND. It fails only with CLOSED: what fails on a lock, or is thrown by {@code operation}, is that lock's
     * {@link Result.Failed}.
     *
     * <pre>{@code group.each(lock -> lock.access().add(request))}</pre>
     */
    <T> CompletableFuture<Map<LockId, Result<T>>> each(Function<Lock, CompletableFuture<T>> operation);
}
