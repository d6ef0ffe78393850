package org.lockcredentials.matter.conformance;

import java.util.concurrent.CompletableFuture;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.LockBackend;
import org.lockcredentials.spi.StateStore;

/** A backend whose fabric is kept apart from the rest of a host's state, so that it need not be made anew for each test. */
record KeptFabric(LockBackend backend, StateStore fabric) implements LockBackend {

    @Override
    public String name() {
        return backend.name();
    }

    @Override
    public CompletableFuture<Void> open(BackendContext context) {
        return backend.open(new BackendContext(context.executor(), context.scheduler(), fabric, context.listener()));
    }

    @Override
    public CompletableFuture<Void> close() {
        return backend.close();
    }
}
