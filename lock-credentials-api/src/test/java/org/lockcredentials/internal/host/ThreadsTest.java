package org.lockcredentials.internal.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lockcredentials.spi.Scheduler.Cancellable;

@Timeout(30)
final class ThreadsTest {

    @Test
    void workDoneAfterTheEndIsDoneByWhoBringsIt() {
        WorkerPool pool = new WorkerPool();
        Thread worker =
                CompletableFuture.supplyAsync(Thread::currentThread, pool).join();
        assertTrue(worker.getName().startsWith("lock-credentials-worker-"), worker.getName());
        pool.close();
        assertSame(
                Thread.currentThread(),
                CompletableFuture.supplyAsync(Thread::currentThread, pool).join());
    }

    @Test
    void theClockRunsWhatIsDueAndSurvivesWhatThrows() {
        SystemScheduler clock = new SystemScheduler();
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> second = new CompletableFuture<>();
        Cancellable never = clock.schedule(Duration.ofMillis(5), () -> first.complete("cancelled"));
        never.cancel();
        clock.schedule(Duration.ofNanos(-1), () -> {
            throw new IllegalStateException("a task's own trouble");
        });
        clock.schedule(Duration.ofMillis(20), () -> second.complete("ran"));
        assertEquals("ran", second.join());
        assertFalse(first.isDone());
        clock.close();
        clock.schedule(Duration.ZERO, () -> first.complete("after the end")).cancel();
        assertFalse(first.isDone());
    }
}
