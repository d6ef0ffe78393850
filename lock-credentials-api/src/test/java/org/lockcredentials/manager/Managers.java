package org.lockcredentials.manager;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.spi.LockBackend;
import org.lockcredentials.store.MemoryStateStore;

/** The managers of one test, closed after it. */
final class Managers implements AutoCloseable {

    private final List<LockCredentialManager> opened = new ArrayList<>();

    /** A manager to be, with its state in memory. */
    static ManagerBuilder builder(LockBackend... backends) {
        ManagerBuilder builder = LockCredentialManager.builder().stateStore(new MemoryStateStore());
        for (LockBackend backend : backends) {
            builder.backend(backend);
        }
        return builder;
    }

    LockCredentialManager open(ManagerBuilder builder) {
        LockCredentialManager manager = builder.open().join();
        opened.add(manager);
        return manager;
    }

    /** How a future failed, in the SDK's terms. */
    static LockCredentialException failure(CompletableFuture<?> future) {
        CompletionException wrapped = assertThrows(CompletionException.class, future::join);
        return (LockCredentialException) wrapped.getCause();
    }

    @Override
    public void close() {
        opened.forEach(LockCredentialManager::close);
    }
}
