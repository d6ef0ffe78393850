package org.lockcredentials.matter.lock;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lockcredentials.Credential;
import org.lockcredentials.Secret;
import org.lockcredentials.spi.Scheduler;

/**
 * Adds whose answer was lost, with what they were to say: the lock may tell later that it is there already. Each is wiped when it can help no more,
 * and in any case after a time. Safe for use by several threads.
 */
final class UnansweredAdds {

    /** Long enough for a host to try again. */
    static final Duration KEPT = Duration.ofMinutes(15);

    private final Scheduler scheduler;
    private final Map<Place, Kept> adds = new HashMap<>();
    private boolean closed;

    record Place(int user, Credential credential) {}

    private record Kept(Secret secret, Scheduler.Cancellable end) {

        void wipe() {
            end.cancel();
            secret.wipe();
        }
    }

    UnansweredAdds(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    synchronized void keep(Place place, Secret secret) {
        forget(place::equals);
        if (!closed) {
            Secret own = secret.copy();
            adds.put(place, new Kept(own, scheduler.schedule(KEPT, () -> end(place, own))));
        }
    }

    synchronized boolean was(Place place, Secret secret) {
        Kept kept = adds.get(place);
        return kept != null && kept.secret().equals(secret);
    }

    synchronized void forget(Predicate<Place> which) {
        List.copyOf(adds.keySet()).stream()
                .filter(which)
                .forEach(place -> Optional.ofNullable(adds.remove(place)).ifPresent(Kept::wipe));
    }

    /** Keeps nothing from now on. */
    synchronized void close() {
        closed = true;
        forget(any -> true);
    }

    private synchronized void end(Place place, Secret secret) {
        // By its identity: a later add at the same place has a time of its own.
        Kept kept = adds.get(place);
        if (kept != null && kept.secret() == secret) {
            adds.remove(place);
        }
        secret.wipe();
    }
}
