package org.lockcredentials.zwave.lock.event;

import org.lockcredentials.event.LockEvent.Action;
import org.lockcredentials.event.LockEvent.AlarmKind;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.event.LockEvent.Source;

/** What something that a lock notifies of is in the model: one cell of the tables of events. */
public sealed interface EventMeaning {

    /** Somebody did something, or tried to. */
    record Operated(Action action, Source source) implements EventMeaning {}

    /** The lock complains. */
    record Complained(AlarmKind kind) implements EventMeaning {}

    /** A code changed, and with it its user. */
    record CodeChanged(Change change) implements EventMeaning {}

    /** The code of the lock's own menu changed. */
    record AdminCodeChanged() implements EventMeaning {}

    static EventMeaning operated(Action action, Source source) {
        return new Operated(action, source);
    }

    static EventMeaning complained(AlarmKind kind) {
        return new Complained(kind);
    }

    static EventMeaning code(Change change) {
        return new CodeChanged(change);
    }
}
