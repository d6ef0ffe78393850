package org.lockcredentials.internal.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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
        CountDownLatch held = new CountDownLatch(1);
        try {
            CompletableFuture<String> first = new CompletableFuture<>();
            CompletableFuture<String> second = new CompletableFuture<>();
            clock.schedule(Duration.ZERO, () -> await(held));
            Cancellable never = clock.schedule(Duration.ZERO, () -> first.complete("cancelled"));
            clock.schedule(Duration.ofNanos(-1), () -> {
                throw new IllegalStateException("a task's own trouble");
            });
            clock.schedule(Duration.ofMillis(20), () -> second.complete("ran"));
            never.cancel();
            held.countDown();
            assertEquals("ran", second.join());
            assertFalse(first.isDone());
            clock.close();
            clock.schedule(Duration.ZERO, () -> first.complete("after the end")).cancel();
            assertFalse(first.isDone());
        } finally {
            held.countDown();
            clock.close();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
