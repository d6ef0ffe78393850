package org.lockcredentials.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.manager.Managers.builder;
import static org.lockcredentials.manager.Managers.failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Reason;
import org.lockcredentials.Result;
import org.lockcredentials.Target;
import org.lockcredentials.plan.Plan;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.LockBackend;
import org.lockcredentials.store.DirectoryStateStore;
import org.lockcredentials.testing.ManualScheduler;

@Timeout(30)
final class ManagerClosingTest {

    private static final LockId ONE = LockId.of("one", "1");

    private final FakeBackend backend = FakeBackend.willing("one", 3);
    private final Managers managers = new Managers();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        managers.close();
    }

    @Test
    void aSlowBackendDoesNotHoldTheEndForMoreThanTenSeconds() throws Exception {
        ManualScheduler time = new ManualScheduler();
        FakeBackend slow = FakeBackend.slow("slow");
        slow.opened.complete(null);
        LockCredentialManager manager =
                managers.open(builder(slow, backend).scheduler(time).executor(Runnable::run));
        CompletableFuture<Void> closing = manager.closeAsync();
        slow.closeAsked.join();
        backend.closeAsked.join();
        awaitTask(time);
        time.advance(Duration.ofSeconds(9));
        assertThrows(TimeoutException.class, () -> closing.get(50, TimeUnit.MILLISECONDS));
        time.advance(Duration.ofSeconds(1));
        closing.join();
    }

    @Test
    void aBackendThatBlocksInClosingHoldsNothingUp() throws Exception {
        ManualScheduler time = new ManualScheduler();
        CountDownLatch never = new CountDownLatch(1);
        CompletableFuture<Void> asked = new CompletableFuture<>();
        LockBackend blocking = new LockBackend() {
            @Override
            public String name() {
                return "blocking";
            }

            @Override
            public CompletableFuture<Void> open(BackendContext context) {
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletableFuture<Void> close() {
                asked.complete(null);
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return CompletableFuture.completedFuture(null);
            }
        };
        LockCredentialManager manager =
                managers.open(builder(blocking, backend).scheduler(time).executor(Runnable::run));
        try {
            CompletableFuture<Void> closing = manager.closeAsync();
            asked.join();
            backend.closeAsked.join();
            awaitTask(time);
            time.advance(Duration.ofSeconds(10));
            closing.join();
        } finally {
            never.countDown();
        }
    }

    @Test
    void afterTheEndEverythingFailsWithClosed() {
        LockCredentialManager manager = managers.open(builder(backend));
        Plan plan = new Plan("me", new Target.All(), List.of());
        manager.close();
        manager.close();
        assertTrue(manager.closeAsync().isDone());
        List<CompletableFuture<?>> answers = List.of(
                manager.locks(),
                manager.group(new Target.All()).each(lock -> lock.info()),
                manager.plans().diff(plan),
                manager.plans().apply(plan));
        for (CompletableFuture<?> answer : answers) {
            assertEquals(Reason.CLOSED, failure(answer).reason());
        }
        List<Runnable> calls = List.of(
                () -> manager.lock(ONE),
                () -> manager.events().subscribe(event -> {}),
                () -> manager.events().recent(ONE, 1));
        for (Runnable call : calls) {
            assertEquals(
                    Reason.CLOSED,
                    assertThrows(LockCredentialException.class, call::run).reason());
        }
    }

    @Test
    void whatIsPendingAtTheEndFailsWithClosed() {
        LockCredentialManager manager = managers.open(builder(backend));
        CompletableFuture<Map<LockId, Result<String>>> pending =
                manager.group(new Target.All()).each(lock -> new CompletableFuture<>());
        manager.close();
        assertEquals(Reason.CLOSED, failure(pending).reason());
    }

    @Test
    void theStateDirectoryIsHadWhileOpenAndGivenBack() {
        LockCredentialManager manager =
                managers.open(LockCredentialManager.builder().backend(backend).stateDirectory(directory));
        assertThrows(LockCredentialException.class, () -> DirectoryStateStore.open(directory));
        LockCredentialException second = failure(LockCredentialManager.builder()
                .backend(FakeBackend.willing("one", 0))
                .stateDirectory(directory)
                .open());
        assertEquals(Reason.REJECTED, second.reason());
        manager.close();
        DirectoryStateStore.open(directory).close();
    }

    @Test
    void theManagersThreadsAreNamedDaemonsAndGoWithIt() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        LockCredentialManager manager = managers.open(builder(backend));
        List<Thread> started = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .toList();
        assertFalse(started.isEmpty());
        for (Thread thread : started) {
            assertTrue(thread.getName().startsWith("lock-credentials-"), thread.getName());
            assertTrue(thread.isDaemon(), thread.getName());
        }
        manager.close();
    }

    /** The closing thread has set its deadline. */
    private static void awaitTask(ManualScheduler time) {
        while (time.pending() == 0) {
            Thread.onSpinWait();
        }
    }
}
