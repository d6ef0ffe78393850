package org.lockcredentials.internal.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.lockcredentials.LockId;
import org.lockcredentials.event.EventStream.Subscription;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.testing.ManualExecutor;

final class EventHubTest {

    private static final LockId LOCK = LockId.of("sim", "1");

    private final ManualExecutor executor = new ManualExecutor();
    private final EventHub hub = new EventHub(executor, new Lifetime(executor));
    private final List<Integer> heard = new ArrayList<>();

    @Test
    void aListenerHearsWhatComesAfterItInOrderAndOnTheExecutorOnly() {
        publish(1, 10);
        hub.subscribe(event -> heard.add(numberOf(event)));
        publish(11, 300);
        assertEquals(List.of(), heard);
        executor.drain();
        assertEquals(numbers(11, 300), heard);
    }

    @Test
    void aSlowListenerLosesTheOldestAndNobodyElseDoes() {
        hub.subscribe(event -> heard.add(numberOf(event)));
        publish(1, 1_100);
        executor.drain();
        assertEquals(numbers(77, 1_100), heard);
        publish(1_101, 1_102);
        executor.drain();
        assertEquals(numbers(77, 1_102), heard);
    }

    @Test
    void aListenerThatThrowsGoesOnAndDisturbsNoOther() {
        hub.subscribe(event -> {
            throw new IllegalStateException("host's own trouble");
        });
        hub.subscribe(event -> {
            heard.add(numberOf(event));
            if (numberOf(event) == 2) {
                throw new AssertionError("more trouble");
            }
        });
        publish(1, 3);
        executor.drain();
        assertEquals(numbers(1, 3), heard);
    }

    @Test
    void aClosedSubscriptionHearsNothingMoreEvenIfClosedWithinTheListener() {
        AtomicReference<Subscription> own = new AtomicReference<>();
        own.set(hub.subscribe(event -> {
            heard.add(numberOf(event));
            own.get().close();
            own.get().close();
        }));
        publish(1, 3);
        executor.drain();
        assertEquals(List.of(1), heard);
    }

    @Test
    void theLastOfEachLockAreRemembered() {
        publish(1, 300);
        hub.publish(new LockEvent.Progress(LockId.of("sim", "2"), Instant.EPOCH, "task", 7, 7));
        assertEquals(numbers(45, 300), recent(LOCK, 1_000));
        assertEquals(numbers(299, 300), recent(LOCK, 2));
        assertEquals(List.of(), recent(LOCK, 0));
        assertEquals(List.of(7), recent(LockId.of("sim", "2"), 9));
        assertEquals(List.of(), recent(LockId.of("sim", "3"), 9));
        assertThrows(IllegalArgumentException.class, () -> hub.recent(LOCK, -1));
    }

    private List<Integer> recent(LockId lock, int limit) {
        return hub.recent(lock, limit).stream().map(EventHubTest::numberOf).toList();
    }

    private void publish(int first, int last) {
        for (int number = first; number <= last; number++) {
            hub.publish(new LockEvent.Progress(LOCK, Instant.EPOCH, "task", number, last));
        }
    }

    private static int numberOf(LockEvent event) {
        return ((LockEvent.Progress) event).done();
    }

    private static List<Integer> numbers(int first, int last) {
        return java.util.stream.IntStream.rangeClosed(first, last).boxed().toList();
    }
}
