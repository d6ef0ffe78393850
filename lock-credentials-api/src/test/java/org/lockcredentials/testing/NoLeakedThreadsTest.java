package org.lockcredentials.testing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class NoLeakedThreadsTest {

    @Test
    void aThreadThatGoesOnIsALeakAndOneThatEndsIsNone() throws Exception {
        Set<Thread> before = NoLeakedThreads.live();
        CountDownLatch end = new CountDownLatch(1);
        Thread stays = new Thread(() -> await(end), "stays-behind");
        stays.start();
        AssertionError failure = assertThrows(AssertionError.class, () -> NoLeakedThreads.check(before));
        assertTrue(failure.getMessage().contains("stays-behind"), failure.getMessage());
        end.countDown();
        assertDoesNotThrow(() -> NoLeakedThreads.check(before));
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
