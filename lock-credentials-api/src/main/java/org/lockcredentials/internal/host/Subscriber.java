package org.lockcredentials.internal.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.event.EventStream.Subscription;
import org.lockcredentials.event.LockEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One listener with the events that wait for it. */
final class Subscriber implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);
    private static final int MOST_WAITING = 1_024;
    private static final int AT_ONCE = 64;

    private final Consumer<? super LockEvent> listener;
    private final Executor executor;
    private final Consumer<Subscriber> whenClosed;
    private final Deque<LockEvent> waiting = new ArrayDeque<>();
    private boolean delivering;
    private boolean closed;
    private long lost;

    Subscriber(Consumer<? super LockEvent> listener, Executor executor, Consumer<Subscriber> whenClosed) {
        this.listener = listener;
        this.executor = executor;
        this.whenClosed = whenClosed;
    }

    void offer(LockEvent event) {
        if (enqueue(event)) {
            startDelivering();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
        }
        whenClosed.accept(this);
    }

    /** True if nobody is delivering and somebody should. */
    private synchronized boolean enqueue(LockEvent event) {
        if (closed) {
            return false;
        }
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
            lost++;
            if (lost == 1) {
                LOG.warn("a listener is {} events behind and loses the oldest", MOST_WAITING);
            }
        }
        waiting.addLast(event);
        boolean starts = !delivering;
        delivering = true;
        return starts;
    }

    private void startDelivering() {
        try {
            executor.execute(this::deliver);
        } catch (RejectedExecutionException e) {
            LOG.warn("the host's executor takes no work; events wait");
            stopDelivering();
        }
    }

    /** Some events, then the executor's other work gets its turn. */
    private void deliver() {
        for (int count = 0; count < AT_ONCE; count++) {
            LockEvent event = next();
            if (event == null) {
                return;
            }
            hand(event);
        }
        startDelivering();
    }

    private synchronized @Nullable LockEvent next() {
        LockEvent event = waiting.pollFirst();
        if (event == null) {
            delivering = false;
            if (lost > 0 && !closed) {
                LOG.warn("a listener caught up and had lost {} events", lost);
                lost = 0;
            }
        }
        return event;
    }

    private synchronized void stopDelivering() {
        delivering = false;
    }

    /** The listener's message may hold anything, so only the class of what it throws is told. */
    private void hand(LockEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "a listener failed on {}: {}",
                    event.getClass().getSimpleName(),
                    e.getClass().getName());
        }
    }
}
