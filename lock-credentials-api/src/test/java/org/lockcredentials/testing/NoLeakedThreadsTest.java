package org.lockcredentials.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NoLeakedThreadsTest {

    @Test
    void aThreadThatGoesOnIsALeakAndOneThatEndsIsNone() throws Exception {
        Set<Thread> before = NoLeakedThreads.live();
        CountDownLatch end = new CountDownLatch(1);
        Thread stays = new Thread(() -> await(end), "stays-behind");
        stays.start();
        AssertionError failure =
                assertThrows(AssertionError.class, () -> NoLeakedThreads.check(before, Duration.ofMillis(20)));
        assertTrue(failure.getMessage().contains("stays-behind"), failure.getMessage());
        end.countDown();
        assertDoesNotThrow(() -> NoLeakedThreads.check(before, Duration.ofSeconds(10)));
    }

    @Test
    void everyTestClassIsWatchedWithoutSayingSo(@TempDir Path directory) throws Exception {
        Process run = OwnProcess.start(OwnProcess.LeavesAThread.class, directory);
        String said = new String(run.getInputStream().readAllBytes(), UTF_8);
        run.waitFor();
        assertTrue(said.contains("threads were left behind: stays-behind"), said);
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
