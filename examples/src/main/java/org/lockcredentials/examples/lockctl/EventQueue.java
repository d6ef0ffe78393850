package org.lockcredentials.examples.lockctl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lockcredentials.event.LockEvent;

/** Keeps the last events until a command takes them; each is taken once. Filled by the SDK's threads, emptied by one. */
final class EventQueue implements Consumer<LockEvent> {

    private static final int KEPT = 1024;

    private final BlockingDeque<LockEvent> arriving = new LinkedBlockingDeque<>(KEPT);
    private final List<LockEvent> passedOver = new ArrayList<>();

    @Override
    public void accept(LockEvent event) {
        while (!arriving.offer(event)) {
            arriving.poll();
        }
    }

    /** Waits for the first event that is wanted, among those that arrived before and were not taken too. */
    Optional<LockEvent> take(Predicate<LockEvent> wanted, Duration patience) {
        Optional<LockEvent> earlier = passedOver.stream().filter(wanted).findFirst();
        if (earlier.isPresent()) {
            passedOver.remove(earlier.get());
            return earlier;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<LockEvent> event = poll(deadline - System.nanoTime());
            if (event.isEmpty() || wanted.test(event.get())) {
                return event;
            }
            passedOver.add(event.get());
            if (passedOver.size() > KEPT) {
                passedOver.remove(0);
            }
        }
    }

    private Optional<LockEvent> poll(long nanos) {
        try {
            return Optional.ofNullable(arriving.poll(nanos, TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
