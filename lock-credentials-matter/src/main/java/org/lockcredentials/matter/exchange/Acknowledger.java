package org.lockcredentials.matter.exchange;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.Scheduler.Cancellable;

/** Sees that each received message is acknowledged: with the next one that goes out, or else on its own, section 4.12.5.2.2. */
final class Acknowledger {

    /** MRP_STANDALONE_ACK_TIMEOUT. */
    static final Duration STANDALONE_ACK_TIMEOUT = Duration.ofMillis(200);

    private final Actor actor;
    private final LongConsumer standalone;
    private OptionalLong owed = OptionalLong.empty();
    private @Nullable Cancellable timer;

    /** @param standalone sends an acknowledgement that goes with nothing else */
    Acknowledger(Actor actor, LongConsumer standalone) {
        this.actor = actor;
        this.standalone = standalone;
    }

    /** The message of this counter is to be acknowledged, by what it leads to or after a while from {@link #watch}. */
    void owe(long counter) {
        // There is room for one; an earlier one goes on its own.
        flush();
        owed = OptionalLong.of(counter);
    }

    /** Whoever took the message has had its say. Mostly that acknowledged it, and no timer is needed. */
    void watch() {
        if (owed.isPresent() && timer == null) {
            timer = actor.after(STANDALONE_ACK_TIMEOUT, this::flush);
        }
    }

    /** What the message that goes out acknowledges. */
    OptionalLong take() {
        OptionalLong taken = owed;
        owed = OptionalLong.empty();
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        return taken;
    }

    /** Acknowledges at once what is owed, if anything is. */
    void flush() {
        take().ifPresent(standalone);
    }
}
