package org.lockcredentials.internal.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.spi.LockBackend;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends sessions and backends together, and goes on without those that do not come to an end.
 *
 * <p>Each backend is closed on a thread of its own: one that blocks costs neither the others nor the host's threads.
 */
record Closing(HostConfig config, LockRegistry registry) {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Returns when all have ended or patience has, whichever is first; must not run on a thread that the ending needs. */
    void run() {
        List<CompletableFuture<Void>> sessions = registry.close();
        Map<String, CompletableFuture<Void>> backends = new TreeMap<>();
        config.backends().forEach(backend -> backends.put(backend.name(), close(backend)));
        List<CompletableFuture<Void>> all = new ArrayList<>(sessions);
        all.addAll(backends.values());

        CompletableFuture<Void> patience = new CompletableFuture<>();
        Cancellable timer = config.scheduler().schedule(PATIENCE, () -> patience.complete(null));
        CompletableFuture.anyOf(
                        patience,
                        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                                .exceptionally(failure -> null))
                .join();
        timer.cancel();
        backends.forEach(Closing::complain);
    }

    private static CompletableFuture<Void> close(LockBackend backend) {
        return CompletableFuture.supplyAsync(
                        backend::close, work -> NamedThreads.start("close-" + backend.name(), work))
                .thenCompose(end -> end);
    }

    private static void complain(String backend, CompletableFuture<Void> end) {
        if (!end.isDone()) {
            LOG.warn("backend {} did not close within {} s and is left behind", backend, PATIENCE.toSeconds());
        } else if (end.isCompletedExceptionally()) {
            LOG.warn("backend {} failed to close", backend);
        }
    }
}
