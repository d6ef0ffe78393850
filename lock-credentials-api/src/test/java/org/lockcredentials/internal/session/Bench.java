package org.lockcredentials.internal.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.queue.Failures;
import org.lockcredentials.slot.SlotPolicy;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.testing.MemoryStore;
import org.lockcredentials.testing.ScriptedDriver;

/** One session over one scripted lock, on the test's thread and in virtual time. */
final class Bench {

    static final LockId LOCK = LockId.of("test", "1");
    static final Duration TIMEOUT = Duration.ofSeconds(20);

    final ManualScheduler time = new ManualScheduler();
    final MemoryStore store;
    final ScriptedDriver driver;
    final LockSession session;

    Bench(Capabilities capabilities) {
        this(new MemoryStore(), new ScriptedDriver(LOCK, capabilities), SlotPolicy.all());
    }

    Bench(MemoryStore store, ScriptedDriver driver, SlotPolicy policy) {
        this.store = store;
        this.driver = driver;
        this.session =
                new LockSession(LOCK, new SessionContext(time.executor(), time, store, policy, policy, TIMEOUT, true));
        session.attach(driver);
    }

    /** Another process over the same lock and store. */
    Bench restarted() {
        return new Bench(store, driver, SlotPolicy.all());
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

    static Credential pin(int slot) {
        return new Credential(CredentialType.PIN, slot);
    }

    static AccessRequest access(String label, String code) {
        return AccessRequest.builder(new AccessKey("test", label))
                .name(label)
                .pin(Secret.of(code))
                .build();
    }
}
