package org.lockcredentials.matter.interaction;

import java.time.Duration;
import org.lockcredentials.internal.actor.Actor;

/** A subscription as a node grants it, for what begins where it stands. */
public final class StandingSubscription {

    /** The longest time for which its node is silent. */
    public static final Duration MAX_INTERVAL = Duration.ofMinutes(2);

    private StandingSubscription() {}

    /** @param ended is run when it is closed, or falls silent */
    public static Subscription of(Actor actor, SubscriptionListener listener, Runnable ended) {
        return new Subscription(new SubscribeResponse(1, MAX_INTERVAL), actor, listener, ended);
    }
}
