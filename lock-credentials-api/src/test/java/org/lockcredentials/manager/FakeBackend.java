package org.lockcredentials.manager;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.LockId;
import org.lockcredentials.LockInfo;
import org.lockcredentials.LockTags;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.LockBackend;
import org.lockcredentials.spi.LockDriver;

/** A backend whose opening and closing a test holds in its hand. */
final class FakeBackend implements LockBackend {

    final CompletableFuture<BackendContext> context = new CompletableFuture<>();
    final CompletableFuture<Void> opened = new CompletableFuture<>();
    final CompletableFuture<Void> closeAsked = new CompletableFuture<>();
    final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final String name;
    private final int locks;

    private FakeBackend(String name, int locks) {
        this.name = name;
        this.locks = locks;
    }

    /** Opens with locks 1 to {@code locks} and closes, at once. */
    static FakeBackend willing(String name, int locks) {
        FakeBackend backend = new FakeBackend(name, locks);
        backend.opened.complete(null);
        backend.closed.complete(null);
        return backend;
    }

    /** Neither opens nor closes until told so. */
    static FakeBackend slow(String name) {
        return new FakeBackend(name, 0);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CompletableFuture<Void> open(BackendContext given) {
        for (int address = 1; address <= locks; address++) {
            given.listener().lockFound(driver(LockId.of(name, Integer.toString(address))));
        }
        context.complete(given);
        return opened;
    }

    @Override
    public CompletableFuture<Void> close() {
        closeAsked.complete(null);
        return closed;
    }

    static LockDriver driver(LockId id) {
        LockDriver driver = mock(LockDriver.class);
        when(driver.info())
                .thenReturn(new LockInfo(id, "Lock " + id, Optional.empty(), Optional.empty(), true, LockTags.none()));
        return driver;
    }
}
