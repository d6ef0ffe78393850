package org.lockcredentials.zwave.security.bootstrap;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What follows from what happened.
 *
 * @param actions to be done in order
 * @param timer to be started anew for {@code onTimeout()}; if empty, the one that runs goes on
 */
public record Move(List<Action> actions, Optional<Duration> timer) {

    public Move {
        actions = List.copyOf(actions);
    }

    /** What came changes nothing. */
    public static Move nothing() {
        return new Move(List.of(), Optional.empty());
    }

    static Move now(Action... actions) {
        return new Move(List.of(actions), Optional.empty());
    }

    static Move within(Duration timer, Action... actions) {
        return new Move(List.of(actions), Optional.of(timer));
    }
}
