package org.lockcredentials.zwave.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.zwave.lock.ReadBack.Sight;
import org.lockcredentials.zwave.transport.Delivery;

/** A lock that does not say what became of a write is looked at as long as it may take, and not more often than need be. */
final class ReadBackTest {

    private final ScriptedLock lock = new ScriptedLock(false, question -> Optional.empty(), write -> true);
    private final ReadBack readBack = new ReadBack(lock.lock);
    private final List<Instant> looks = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"0, 3, 3", "5, 5, 6", "35, 5, 35"})
    void whatIsNotSeenIsLookedForAsLongAsTheLockMayTake(int left, int times, int seconds) {
        assertEquals(
                Reason.TIMEOUT,
                lock.failure(readBack.outcome(
                                Delivery.RECEIVED, Duration.ofSeconds(left), () -> look(Integer.MAX_VALUE)))
                        .reason());
        assertEquals(times, looks.size());
        assertEquals(Duration.ofSeconds(seconds), Duration.between(ScriptedLock.START, looks.get(times - 1)));
    }

    @Test
    void whatIsSeenIsNotLookedForAgain() {
        assertEquals(
                Outcome.CONFIRMED,
                lock.done(readBack.outcome(Delivery.RECEIVED, Duration.ofSeconds(5), () -> look(2))));
        assertEquals(2, looks.size());
        assertEquals(ScriptedLock.START, looks.get(0), "at once");
    }

    private CompletableFuture<Sight> look(int seenAt) {
        looks.add(lock.now());
        return CompletableFuture.completedFuture(looks.size() == seenAt ? Sight.AS_WRITTEN : Sight.DIFFERENT);
    }
}
