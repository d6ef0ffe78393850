package org.lockcredentials.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lockcredentials.Finding;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Reason;
import org.lockcredentials.Result;
import org.lockcredentials.Target;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.plan.Plan;
import org.lockcredentials.spi.LockBackend;
import org.lockcredentials.store.DirectoryStateStore;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.ManualScheduler;

@Timeout(30)
final class LockCredentialManagerTest {

    private static final LockId ONE = LockId.of("one", "1");

    private final FakeBackend backend = FakeBackend.willing("one", 3);
    private final List<LockCredentialManager> managers = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        managers.forEach(LockCredentialManager::close);
    }

    @Test
    void theLocksOfAllBackendsAreThereWhenItIsOpen() {
        LockCredentialManager manager = open(builder(backend, FakeBackend.willing("two", 1)));
        List<String> ids = manager.locks().join().stream()
                .map(lock -> lock.id().toString())
                .toList();
        assertEquals(List.of("one:1", "one:2", "one:3", "two:1"), ids);
    }

    @Test
    void aLockThatIsGoneIsNoLongerListedAndComesBack() {
        LockCredentialManager manager = open(builder(backend));
        backend.context.join().listener().lockGone(ONE);
        assertEquals(2, manager.locks().join().size());
        backend.context.join().listener().lockFound(FakeBackend.driver(ONE));
        assertEquals(3, manager.locks().join().size());
    }

    @Test
    void aBackendIsNotHeardOnAnothersLocks() {
        LockCredentialManager manager = open(builder(backend, FakeBackend.willing("two", 0)));
        backend.context.join().listener().lockFound(FakeBackend.driver(LockId.of("two", "9")));
        assertEquals(3, manager.locks().join().size());
    }

    @Test
    void everythingWrongWithTheChoicesIsToldAtOnce() {
        LockCredentialException nothing =
                failure(LockCredentialManager.builder().open());
        assertEquals(Reason.INVALID, nothing.reason());
        assertEquals(List.of("backend", "state"), fields(nothing));
        LockCredentialException much = failure(builder(
                        FakeBackend.willing("one", 0),
                        FakeBackend.willing("one", 0),
                        FakeBackend.willing("Two words", 0))
                .stateDirectory(directory)
                .operationTimeout(Duration.ZERO)
                .open());
        assertEquals(List.of("backend", "backend", "state", "operationTimeout"), fields(much));
    }

    @Test
    void aBackendThatFailsToOpenFailsAllAndTheOthersAreClosed() {
        FakeBackend failing = FakeBackend.slow("two");
        failing.opened.completeExceptionally(new LockCredentialException(Reason.SECURITY, "no keys"));
        failing.closed.complete(null);
        LockCredentialException failure = failure(builder(backend, failing).open());
        assertEquals(Reason.SECURITY, failure.reason());
        assertTrue(backend.closeAsked.isDone());
        assertTrue(failing.closeAsked.isDone());
    }

    @Test
    void aBackendThatThrowsWhenOpenedFailsAll() {
        LockBackend broken = new LockBackend() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public CompletableFuture<Void> open(org.lockcredentials.spi.BackendContext context) {
                throw new IllegalStateException("no such port");
            }

            @Override
            public CompletableFuture<Void> close() {
                throw new IllegalStateException("was never open");
            }
        };
        LockCredentialException failure = failure(builder(broken).open());
        assertEquals(Reason.REJECTED, failure.reason());
        assertEquals(IllegalStateException.class, failure.getCause().getClass());
    }

    @Test
    void aBackendThatDoesNotOpenIsGivenUpAfterTwoMinutes() {
        ManualScheduler time = new ManualScheduler();
        FakeBackend slow = FakeBackend.slow("slow");
        slow.closed.complete(null);
        CompletableFuture<LockCredentialManager> opening =
                builder(slow).scheduler(time).executor(Runnable::run).open();
        time.advance(Duration.ofSeconds(119));
        assertFalse(opening.isDone());
        time.advance(Duration.ofSeconds(1));
        assertEquals(Reason.TIMEOUT, failure(opening).reason());
        assertTrue(slow.closeAsked.isDone());
    }

    @Test
    void aSlowBackendDoesNotHoldTheEndForMoreThanTenSeconds() throws Exception {
        ManualScheduler time = new ManualScheduler();
        FakeBackend slow = FakeBackend.slow("slow");
        slow.opened.complete(null);
        LockCredentialManager manager =
                open(builder(slow, backend).scheduler(time).executor(Runnable::run));
        CompletableFuture<Void> closing = manager.closeAsync();
        slow.closeAsked.join();
        backend.closeAsked.join();
        awaitTask(time);
        time.advance(Duration.ofSeconds(9));
        assertThrows(java.util.concurrent.TimeoutException.class, () -> closing.get(50, TimeUnit.MILLISECONDS));
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
            public CompletableFuture<Void> open(org.lockcredentials.spi.BackendContext context) {
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
                open(builder(blocking, backend).scheduler(time).executor(Runnable::run));
        CompletableFuture<Void> closing = manager.closeAsync();
        asked.join();
        awaitTask(time);
        time.advance(Duration.ofSeconds(10));
        closing.join();
        assertTrue(backend.closeAsked.isDone());
        never.countDown();
    }

    @Test
    void afterTheEndEverythingFailsWithClosed() {
        LockCredentialManager manager = open(builder(backend));
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
        LockCredentialManager manager = open(builder(backend));
        CompletableFuture<Map<LockId, Result<String>>> pending =
                manager.group(new Target.All()).each(lock -> new CompletableFuture<>());
        manager.close();
        assertEquals(Reason.CLOSED, failure(pending).reason());
    }

    @Test
    void theStateDirectoryIsHadWhileOpenAndGivenBack() {
        LockCredentialManager manager =
                open(LockCredentialManager.builder().backend(backend).stateDirectory(directory));
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
        LockCredentialManager manager = open(builder(backend));
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

    @Test
    void answersComeOnTheHostsExecutor() {
        LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
        Thread host = new Thread(() -> drain(work), "the-hosts");
        host.start();
        LockCredentialManager manager = open(builder(backend).executor(work::add));
        String thread = manager.group(new Target.All())
                .each(lock ->
                        CompletableFuture.supplyAsync(() -> "", task -> new Thread(task, "somewhere-else").start()))
                .thenApply(results -> Thread.currentThread().getName())
                .join();
        manager.close();
        work.add(() -> Thread.currentThread().interrupt());
        assertEquals("the-hosts", thread);
    }

    @Test
    void eventsReachTheHostAndAreRemembered() throws Exception {
        LockCredentialManager manager = open(builder(backend));
        LinkedBlockingQueue<LockEvent> heard = new LinkedBlockingQueue<>();
        manager.events().subscribe(heard::add);
        LockEvent event = new LockEvent.Connection(ONE, java.time.Instant.EPOCH, false);
        backend.context.join().listener().event(event);
        assertEquals(event, heard.poll(10, TimeUnit.SECONDS));
        assertEquals(List.of(event), manager.events().recent(ONE, 5));
    }

    private static void drain(LinkedBlockingQueue<Runnable> work) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                work.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The closing thread has set its deadline. */
    private static void awaitTask(ManualScheduler time) {
        while (time.pending() == 0) {
            Thread.onSpinWait();
        }
    }

    private static ManagerBuilder builder(LockBackend... backends) {
        ManagerBuilder builder = LockCredentialManager.builder().stateStore(new MemoryStateStore());
        for (LockBackend each : backends) {
            builder.backend(each);
        }
        return builder;
    }

    private LockCredentialManager open(ManagerBuilder builder) {
        LockCredentialManager manager = builder.open().join();
        managers.add(manager);
        return manager;
    }

    private static List<String> fields(LockCredentialException failure) {
        return failure.findings().stream().map(Finding::field).toList();
    }

    private static LockCredentialException failure(CompletableFuture<?> future) {
        CompletionException wrapped = assertThrows(CompletionException.class, future::join);
        return (LockCredentialException) wrapped.getCause();
    }
}
