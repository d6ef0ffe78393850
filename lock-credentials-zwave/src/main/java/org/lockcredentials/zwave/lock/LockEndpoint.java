package org.lockcredentials.zwave.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lockcredentials.LockId;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.zwave.transport.CommandChannel;

/**
 * What the parts of one lock's driver share.
 *
 * @param channel the way to it
 * @param actor where everything about it happens, and the source of delays
 * @param now wall-clock time for events
 * @param events who hears of it
 */
record LockEndpoint(
        LockId id, CommandChannel channel, Actor actor, Supplier<Instant> now, Consumer<? super LockEvent> events) {

    void tell(LockEvent event) {
        events.accept(event);
    }

    void progress(String task, int done, int total) {
        tell(new LockEvent.Progress(id, now.get(), task, done, total));
    }

    CompletableFuture<Void> after(Duration delay) {
        CompletableFuture<Void> elapsed = new CompletableFuture<>();
        actor.after(delay, () -> elapsed.complete(null));
        return elapsed;
    }
}
