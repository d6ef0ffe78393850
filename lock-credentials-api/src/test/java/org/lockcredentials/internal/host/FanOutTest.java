package org.lockcredentials.internal.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Lock;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.LockInfo;
import org.lockcredentials.LockTags;
import org.lockcredentials.Reason;
import org.lockcredentials.Result;
import org.lockcredentials.Target;
import org.lockcredentials.internal.session.SessionContext;
import org.lockcredentials.slot.SlotPolicy;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.ManualScheduler;

final class FanOutTest {

    private final Lifetime lifetime = new Lifetime(Runnable::run);
    private final LockRegistry registry = new LockRegistry(new SessionContext(
            Runnable::run,
            new ManualScheduler(),
            new MemoryStateStore(),
            SlotPolicy.all(),
            SlotPolicy.all(),
            Duration.ofSeconds(60),
            false));

    @Test
    void oneLocksFailureHidesNoOthersResult() {
        add("a:1", "a:2", "a:3", "a:4", "a:5");
        Map<LockId, Result<String>> results = group(new Target.All())
                .each(lock -> switch (lock.id().address()) {
                    case "1" -> throw new IllegalStateException("thrown");
                    case "2" -> CompletableFuture.failedFuture(new LockCredentialException(Reason.FULL, "full"));
                    case "3" -> null;
                    case "4" -> cancelled();
                    default -> CompletableFuture.completedFuture("fine");
                })
                .join();
        assertEquals(List.of("a:1", "a:2", "a:3", "a:4", "a:5"), names(results));
        assertEquals(List.of(Reason.REJECTED, Reason.FULL, Reason.INVALID, Reason.REJECTED), reasons(results));
        assertEquals(Optional.of("fine"), results.get(LockId.parse("a:5")).done());
        results.forEach((lock, result) ->
                result.failure().ifPresent(failure -> assertEquals(Optional.of(lock), failure.lock())));
    }

    @Test
    void allLocksAreAskedBeforeTheFirstAnswersAndOnTheCallersThread() {
        add("a:1", "a:2", "a:3");
        Map<LockId, CompletableFuture<String>> asked = new HashMap<>();
        CompletableFuture<Map<LockId, Result<String>>> results = group(new Target.All())
                .each(lock -> {
                    asked.put(lock.id(), new CompletableFuture<>());
                    return asked.get(lock.id());
                });
        assertEquals(3, asked.size());
        asked.get(LockId.parse("a:2")).complete("two");
        asked.get(LockId.parse("a:1")).complete("one");
        assertFalse(results.isDone());
        asked.get(LockId.parse("a:3")).complete("three");
        assertEquals(List.of("a:1", "a:2", "a:3"), names(results.join()));
    }

    @Test
    void theTargetChoosesAmongTheLocksThatAreThereNow() {
        add("a:1", "a:1/1", "b:1");
        registry.session(LockId.parse("a:9"));
        assertEquals(List.of("a:1", "a:1/1"), members(new Target.Device("a:1")));
        assertEquals(List.of("b:1"), members(new Target.One(LockId.parse("b:1"))));
        assertEquals(
                List.of("a:1/1", "b:1"),
                members(new Target.AnyOf(
                        Set.of(new Target.One(LockId.parse("b:1")), new Target.One(LockId.parse("a:1/1"))))));
        registry.session(LockId.parse("b:1")).detach();
        assertEquals(List.of("a:1", "a:1/1"), members(new Target.All()));
    }

    @Test
    void aLockThatIsNamedAndNotThereHasFailed() {
        add("a:1");
        registry.session(LockId.parse("a:9"));
        Target both = new Target.AnyOf(
                Set.of(new Target.One(LockId.parse("a:9")), new Target.All(), new Target.One(LockId.parse("a:1"))));
        Map<LockId, Result<String>> results = group(both)
                .each(lock -> CompletableFuture.completedFuture("fine"))
                .join();
        assertEquals(List.of("a:1", "a:9"), names(results));
        assertEquals(List.of(Reason.NOT_FOUND), reasons(results));
    }

    @Test
    void aHostWhoseExecutorIsGoneGetsItsAnswers() {
        Lifetime late = new Lifetime(task -> {
            throw new RejectedExecutionException("shut down");
        });
        add("a:1");
        Map<LockId, Result<String>> results = new FanOut(new Target.All(), registry, late)
                .each(lock -> CompletableFuture.completedFuture("fine"))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
        assertEquals(List.of("a:1"), names(results));
    }

    @Test
    void aGroupWithoutLocksAnswersWithNothing() {
        assertTrue(group(new Target.All()).each(Lock::info).join().isEmpty());
    }

    private void add(String... ids) {
        for (String id : ids) {
            LockId lock = LockId.parse(id);
            LockDriver driver = mock(LockDriver.class);
            when(driver.info())
                    .thenReturn(new LockInfo(lock, id, Optional.empty(), Optional.empty(), true, LockTags.none()));
            registry.session(lock).attach(driver);
        }
    }

    private List<String> members(Target target) {
        return names(group(target)
                .each(lock -> CompletableFuture.completedFuture(""))
                .join());
    }

    private FanOut group(Target target) {
        return new FanOut(target, registry, lifetime);
    }

    private static CompletableFuture<String> cancelled() {
        CompletableFuture<String> future = new CompletableFuture<>();
        future.cancel(true);
        return future;
    }

    private static List<String> names(Map<LockId, ?> results) {
        return results.keySet().stream().map(LockId::toString).toList();
    }

    private static List<Reason> reasons(Map<LockId, Result<String>> results) {
        return results.values().stream()
                .flatMap(result -> result.failure().stream())
                .map(LockCredentialException::reason)
                .toList();
    }
}
