package org.lockcredentials.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lockcredentials.spi.Scheduler.Cancellable;

final class ManualSchedulerTest {

    private final ManualScheduler time = new ManualScheduler();
    private final List<String> log = new ArrayList<>();

    @Test
    void tasksRunAtTheirOwnTimeAndInOrder() {
        time.schedule(Duration.ofSeconds(2), () -> log.add("second at " + time.nanoTime()));
        time.schedule(Duration.ofSeconds(1), () -> {
            log.add("first at " + time.nanoTime());
            time.schedule(
                    Duration.ofMillis(500),
                    () -> time.executor().execute(() -> log.add("nested at " + time.nanoTime())));
        });
        time.advance(Duration.ofSeconds(3));
        assertEquals(List.of("first at 1000000000", "nested at 1500000000", "second at 2000000000"), log);
        assertEquals(3_000_000_000L, time.nanoTime());
    }

    @Test
    void aCancelledTaskDoesNotRun() {
        Cancellable task = time.schedule(Duration.ofSeconds(1), () -> log.add("ran"));
        task.cancel();
        time.advance(Duration.ofSeconds(2));
        assertTrue(log.isEmpty());
        assertEquals(0, time.pending());
    }

    @Test
    void timeStopsWhenTheFutureIsDone() {
        CompletableFuture<String> future = new CompletableFuture<>();
        time.schedule(Duration.ofSeconds(5), () -> future.complete("done"));
        time.schedule(Duration.ofSeconds(6), () -> log.add("too far"));
        time.advanceUntilDone(future, Duration.ofSeconds(10));
        assertEquals(5_000_000_000L, time.nanoTime());
        assertTrue(log.isEmpty());
        assertThrows(
                AssertionError.class, () -> time.advanceUntilDone(new CompletableFuture<>(), Duration.ofSeconds(10)));
    }
}
