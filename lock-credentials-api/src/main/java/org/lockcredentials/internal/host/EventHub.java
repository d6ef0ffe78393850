package org.lockcredentials.internal.host;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.lockcredentials.LockId;
import org.lockcredentials.event.EventStream;
import org.lockcredentials.event.LockEvent;

/** Takes events from any thread, remembers the last of each lock, and hands them to those who listen. */
public final class EventHub implements EventStream {

    private final Executor executor;
    private final Lifetime lifetime;
    private final Map<LockId, RecentEvents> recent = new ConcurrentHashMap<>();
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();

    public EventHub(Executor executor, Lifetime lifetime) {
        this.executor = executor;
        this.lifetime = lifetime;
    }

    /** Never blocks and never calls a listener on this thread. */
    public void publish(LockEvent event) {
        recent.computeIfAbsent(event.lock(), lock -> new RecentEvents()).add(event);
        subscribers.forEach(subscriber -> subscriber.offer(event));
    }

    @Override
    public Subscription subscribe(Consumer<? super LockEvent> listener) {
        lifetime.check();
        Subscriber subscriber = new Subscriber(listener, executor, subscribers::remove);
        subscribers.add(subscriber);
        return subscriber;
    }

    @Override
    public List<LockEvent> recent(LockId lock, int limit) {
        lifetime.check();
        RecentEvents events = recent.get(lock);
        return events == null ? List.of() : events.last(limit);
    }

    void close() {
        subscribers.forEach(Subscriber::close);
    }
}
