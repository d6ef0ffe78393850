package org.lockcredentials.matter.lock;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lockcredentials.LockId;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.node.LockNode;

/**
 * One lock of a node: where it is asked, and where what happens is told.
 *
 * @param events never blocks
 */
record LockEndpoint(LockId id, LockNode node, int endpoint, Supplier<Instant> now, Consumer<? super LockEvent> events) {

    /** As {@link LockNode#invoke}, but fails in the words of the SDK. */
    <R> CompletableFuture<R> invoke(Command<R> command) {
        return node.invoke(endpoint, command)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(Failures.translated(failure)));
    }

    void tell(LockEvent event) {
        events.accept(event);
    }
}
