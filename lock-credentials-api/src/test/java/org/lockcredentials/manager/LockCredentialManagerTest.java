package org.lockcredentials.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.manager.Managers.builder;
import static org.lockcredentials.manager.Managers.failure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
import org.lockcredentials.Target;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.LockBackend;
import org.lockcredentials.testing.ManualScheduler;

@Timeout(30)
final class LockCredentialManagerTest {

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
    void theLocksOfAllBackendsAreThereWhenItIsOpen() {
        LockCredentialManager manager = managers.open(builder(backend, FakeBackend.willing("two", 1)));
        List<String> ids = manager.locks().join().stream()
                .map(lock -> lock.id().toString())
                .toList();
        assertEquals(List.of("one:1", "one:2", "one:3", "two:1"), ids);
    }

    @Test
    void aLockThatIsGoneIsNoLongerListedAndComesBack() {
        LockCredentialManager manager = managers.open(builder(backend));
        backend.context.join().listener().lockGone(ONE);
        assertEquals(2, manager.locks().join().size());
        backend.context.join().listener().lockFound(FakeBackend.driver(ONE));
        assertEquals(3, manager.locks().join().size());
    }

    @Test
    void aBackendIsNotHeardOnAnothersLocks() {
        LockCredentialManager manager = managers.open(builder(backend, FakeBackend.willing("two", 0)));
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
            public CompletableFuture<Void> open(BackendContext context) {
                throw new IllegalStateException("no such port");
            }

            @Override
            public CompletableFuture<Void> close() {
                throw new IllegalStateException("was never open");
            }
        };
        LockCredentialException failure = failure(builder(broken).open());
        assertEquals(Reason.REJECTED, failure.reason());
        assertTrue(failure.getMessage().contains("IllegalStateException"), failure.getMessage());
        assertEquals(Optional.empty(), Optional.ofNullable(failure.getCause()), "what a backend says may be a key");
        assertTrue(List.of(failure.getStackTrace()).toString().contains("LockCredentialManagerTest"));
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
    void answersComeOnTheHostsExecutor() {
        LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
        Thread host = new Thread(() -> drain(work), "the-hosts");
        host.start();
        LockCredentialManager manager = managers.open(builder(backend).executor(work::add));
        CompletableFuture<String> fromElsewhere = new CompletableFuture<>();
        CompletableFuture<String> thread = manager.group(new Target.All())
                .each(lock -> fromElsewhere)
                .thenApply(results -> Thread.currentThread().getName());
        new Thread(() -> fromElsewhere.complete(""), "somewhere-else").start();
        String name = thread.join();
        manager.close();
        work.add(() -> Thread.currentThread().interrupt());
        assertEquals("the-hosts", name);
    }

    @Test
    void eventsReachTheHostAndAreRemembered() throws Exception {
        LockCredentialManager manager = managers.open(builder(backend));
        LinkedBlockingQueue<LockEvent> heard = new LinkedBlockingQueue<>();
        manager.events().subscribe(heard::add);
        LockEvent event = new LockEvent.Connection(ONE, Instant.EPOCH, false);
        backend.context.join().listener().event(event);
        assertEquals(event, heard.poll(10, TimeUnit.SECONDS));
        assertEquals(List.of(event), manager.events().recent(ONE, 5));
    }

    @Test
    void aListenerOfTheBuilderHearsWhatHappensWhileOpening() throws Exception {
        LinkedBlockingQueue<LockEvent> heard = new LinkedBlockingQueue<>();
        FakeBackend slow = FakeBackend.slow("one");
        CompletableFuture<LockCredentialManager> opening =
                builder(slow).listener(heard::add).open();
        LockEvent event = new LockEvent.Progress(ONE, Instant.EPOCH, "interview", 1, 3);
        slow.context.join().listener().event(event);
        assertEquals(event, heard.poll(10, TimeUnit.SECONDS));
        assertFalse(opening.isDone());
        slow.opened.complete(null);
        slow.closed.complete(null);
        opening.join().close();
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

    private static List<String> fields(LockCredentialException failure) {
        return failure.findings().stream().map(Finding::field).toList();
    }
}
