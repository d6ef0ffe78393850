package org.lockcredentials.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.internal.queue.Failures;
import org.lockcredentials.slot.SlotPolicy;
import org.lockcredentials.spi.Scheduler;
import org.lockcredentials.testing.MemoryStore;
import org.lockcredentials.testing.ScriptedDriver;
import org.lockcredentials.testing.ScriptedDriver.Fault;

/** Two hundred callers on real threads want one lock with a hundred free places. */
class CrowdTest {

    private static final int CALLERS = 200;
    private static final int PLACES = 100;

    private final ExecutorService host = Executors.newFixedThreadPool(4);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ScriptedDriver driver = new ScriptedDriver(Bench.LOCK, ScriptedDriver.separate(PLACES, PLACES));
    private final LockSession session = new LockSession(
            Bench.LOCK,
            new SessionContext(
                    host,
                    new RealTime(timer),
                    new MemoryStore(),
                    SlotPolicy.all(),
                    SlotPolicy.all(),
                    Duration.ofMinutes(1),
                    false));

    @AfterEach
    void end() {
        host.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void aHundredSucceedOnDifferentPlacesAndTheRestFindItFull() throws Exception {
        session.attach(driver);
        Map<Integer, Object> ends = everybody(callers());
        assertEquals(PLACES, places(ends).size());
        assertEquals(
                CALLERS - PLACES,
                ends.values().stream().filter(Reason.FULL::equals).count());
        assertOneUserPerSuccess(ends);
    }

    @Test
    void nothingIsLostOrDoubledWhenEveryThirdAnswerIs() throws Exception {
        session.attach(driver);
        driver.script((count, call) -> switch (count % 9) {
            case 3 -> Fault.LOST_AFTER;
            case 6 -> Fault.LOST_BEFORE;
            case 0 -> Fault.REFUSED;
            default -> Fault.NONE;
        });
        Map<Integer, Object> ends = new TreeMap<>();
        List<Integer> again = callers();
        for (int round = 0; round < 40 && !again.isEmpty(); round++) {
            ends.putAll(everybody(again));
            again = ends.entrySet().stream()
                    .filter(end -> end.getValue() instanceof Reason reason && reason != Reason.FULL)
                    .map(Map.Entry::getKey)
                    .toList();
        }
        // Unfinished keys hold their places, so who found it full before they were settled asks again without faults.
        driver.script((count, call) -> Fault.NONE);
        everybody(callers());
        ends.putAll(everybody(callers()));
        assertEquals(PLACES, places(ends).size());
        assertOneUserPerSuccess(ends);
    }

    private void assertOneUserPerSuccess(Map<Integer, Object> ends) {
        ends.forEach((caller, end) -> {
            if (end instanceof Receipt receipt) {
                assertEquals(
                        code(caller), driver.code(receipt.credentials().get(0)).orElseThrow());
            }
        });
        assertEquals(PLACES, driver.truth().size());
        assertTrue(driver.truth().stream().allMatch(user -> user.credentials().size() == 1));
        assertEquals(List.of(), driver.violations());
    }

    private static Set<Object> places(Map<Integer, Object> ends) {
        Set<Object> places = new HashSet<>();
        ends.values().forEach(end -> {
            if (end instanceof Receipt receipt) {
                assertTrue(places.add(receipt.credentials()), "two callers got " + receipt.credentials());
            }
        });
        return places;
    }

    private static List<Integer> callers() {
        List<Integer> all = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            all.add(caller);
        }
        return all;
    }

    private Map<Integer, Object> everybody(List<Integer> callers) throws Exception {
        Map<Integer, CompletableFuture<Receipt>> calls = new TreeMap<>();
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Void>> started = new ArrayList<>();
            for (int caller : callers) {
                CompletableFuture<Receipt> end = new CompletableFuture<>();
                calls.put(caller, end);
                started.add(CompletableFuture.runAsync(
                        () -> session.access()
                                .add(Bench.access("c" + caller, code(caller)))
                                .whenComplete((receipt, failure) -> {
                                    if (failure == null) {
                                        end.complete(receipt);
                                    } else {
                                        end.completeExceptionally(failure);
                                    }
                                }),
                        crowd));
            }
            CompletableFuture.allOf(started.toArray(new CompletableFuture<?>[0]))
                    .get(1, TimeUnit.MINUTES);
        } finally {
            crowd.shutdown();
        }
        Map<Integer, Object> ends = new TreeMap<>();
        for (Map.Entry<Integer, CompletableFuture<Receipt>> call : calls.entrySet()) {
            ends.put(call.getKey(), end(call.getValue()));
        }
        return ends;
    }

    private static Object end(CompletableFuture<Receipt> call) throws Exception {
        try {
            return call.get(2, TimeUnit.MINUTES);
        } catch (ExecutionException failed) {
            LockCredentialException typed = Failures.typed(failed);
            return typed.reason();
        }
    }

    private static String code(int caller) {
        return String.format("%06d", caller);
    }

    private record RealTime(ScheduledExecutorService timer) implements Scheduler {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public Cancellable schedule(Duration delay, Runnable task) {
            // Deadlines are real, the pauses between attempts need not be.
            Duration real = delay.compareTo(Duration.ofSeconds(10)) < 0 ? Duration.ofMillis(1) : delay;
            ScheduledFuture<?> scheduled = timer.schedule(task, real.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        }
    }
}
