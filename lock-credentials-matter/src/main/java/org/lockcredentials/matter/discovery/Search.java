package org.lockcredentials.matter.discovery;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.discovery.mdns.Asker;
import org.lockcredentials.matter.discovery.mdns.MulticastPort;
import org.lockcredentials.spi.Scheduler.Cancellable;

/** One search from its first question to its end. For tasks of one actor. */
final class Search<T> {

    private final Lookup<T> lookup;
    private final CompletableFuture<T> result;
    private final Actor actor;
    private final Asker asker;
    private Cancellable deadline = () -> {};
    private boolean settling;

    Search(Lookup<T> lookup, CompletableFuture<T> result, Actor actor, MulticastPort port) {
        this.lookup = lookup;
        this.result = result;
        this.actor = actor;
        this.asker = new Asker(actor, port, lookup::questions, lookup::known);
    }

    void start(Duration within) {
        deadline = actor.after(within, () -> result.complete(lookup.atLast()));
        look();
        if (!result.isDone()) {
            asker.start();
        }
    }

    /** Looks again, since something was heard. */
    void look() {
        if (lookup.found().isPresent() && !settling) {
            settling = true;
            settle();
        }
        if (!result.isDone()) {
            asker.askNewOnes();
        }
    }

    void stop() {
        deadline.cancel();
        asker.stop();
    }

    private void settle() {
        if (lookup.patience().isZero()) {
            result.complete(lookup.atLast());
        } else {
            actor.after(lookup.patience(), () -> result.complete(lookup.atLast()));
        }
    }
}
