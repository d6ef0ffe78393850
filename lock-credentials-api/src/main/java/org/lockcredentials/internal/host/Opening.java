package org.lockcredentials.internal.host;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.BackendListener;
import org.lockcredentials.spi.LockBackend;

/** Opens all backends at once and waits for the last, so that none is left half open. */
record Opening(HostConfig config, Function<LockBackend, BackendListener> listeners) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Completes with the first failure by order of the backends, or empty if there is none. */
    CompletableFuture<Optional<LockCredentialException>> run() {
        List<CompletableFuture<Optional<LockCredentialException>>> ends =
                config.backends().stream().map(this::open).toList();
        return CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                .thenApply(
                        all -> ends.stream().flatMap(end -> end.join().stream()).findFirst());
    }

    private CompletableFuture<Optional<LockCredentialException>> open(LockBackend backend) {
        BackendContext given =
                new BackendContext(config.executor(), config.scheduler(), config.store(), listeners.apply(backend));
        CompletableFuture<Void> opened = CompletableFuture.supplyAsync(() -> backend.open(given), config.executor())
                .thenCompose(end -> end);
        return new Deadline(config.scheduler(), config.executor())
                .within(PATIENCE, opened, () -> late(backend))
                .handle((done, failure) -> Optional.ofNullable(failure).map(ForeignFailures::of));
    }

    private static LockCredentialException late(LockBackend backend) {
        return new LockCredentialException(
                Reason.TIMEOUT, "backend " + backend.name() + " did not open within " + PATIENCE.toSeconds() + " s");
    }
}
