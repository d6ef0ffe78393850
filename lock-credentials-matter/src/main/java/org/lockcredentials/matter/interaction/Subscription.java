package org.lockcredentials.matter.interaction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.Scheduler.Cancellable;

/** A subscription that stands: watches that the node goes on reporting. Used by tasks of the controller's actor only. */
public final class Subscription {

    /** What a report may be late: a sleepy node, some repetitions. */
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final SubscribeResponse terms;
    private final Actor actor;
    private final SubscriptionListener listener;
    private final Runnable forget;
    private @Nullable Cancellable watch;
    private boolean over;

    Subscription(SubscribeResponse terms, Actor actor, SubscriptionListener listener, Runnable forget) {
        this.terms = terms;
        this.actor = actor;
        this.listener = listener;
        this.forget = forget;
        watch();
    }

    /** The longest time for which the node will be silent. */
    public Duration maxInterval() {
        return terms.maxInterval();
    }

    /** Hears no more of it; the node finds out when it reports. */
    public void close() {
        over = true;
        if (watch != null) {
            watch.cancel();
        }
        forget.run();
    }

    /** The node begins to report, or goes on with it. */
    void heard() {
        if (!over) {
            watch();
        }
    }

    void reported(ReportedData data) {
        if (!over) {
            listener.reported(data);
        }
    }

    private void watch() {
        if (watch != null) {
            watch.cancel();
        }
        watch = actor.after(terms.maxInterval().plus(MARGIN), () -> {
            close();
            listener.silent();
        });
    }
}
