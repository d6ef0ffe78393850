package org.lockcredentials.zwave.lock.event;

import static java.util.Map.entry;
import static org.lockcredentials.event.LockEvent.Action.DENIED;
import static org.lockcredentials.event.LockEvent.Action.LOCK;
import static org.lockcredentials.event.LockEvent.Action.UNLOCK;
import static org.lockcredentials.event.LockEvent.Source.AUTO;
import static org.lockcredentials.event.LockEvent.Source.KEYPAD;
import static org.lockcredentials.event.LockEvent.Source.MANUAL;
import static org.lockcredentials.event.LockEvent.Source.REMOTE;
import static org.lockcredentials.event.LockEvent.Source.UNKNOWN;
import static org.lockcredentials.zwave.lock.event.EventMeaning.code;
import static org.lockcredentials.zwave.lock.event.EventMeaning.complained;
import static org.lockcredentials.zwave.lock.event.EventMeaning.operated;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.event.LockEvent.AlarmKind;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.zwave.command.doorlocklogging.LoggedEvent;

/** What the records of a lock's log mean (SDS13781 §4.40.4, table 51), one row each; what has no row is not told. */
public final class LoggedMeanings {

    private static final Map<LoggedEvent, EventMeaning> MEANINGS = Map.ofEntries(
            entry(LoggedEvent.KEYPAD_LOCK, operated(LOCK, KEYPAD)),
            entry(LoggedEvent.KEYPAD_UNLOCK, operated(UNLOCK, KEYPAD)),
            entry(LoggedEvent.LOCK_BUTTON, operated(LOCK, KEYPAD)),
            entry(LoggedEvent.UNLOCK_BUTTON, operated(UNLOCK, KEYPAD)),
            entry(LoggedEvent.KEYPAD_LOCK_OUT_OF_SCHEDULE, operated(DENIED, KEYPAD)),
            entry(LoggedEvent.KEYPAD_UNLOCK_OUT_OF_SCHEDULE, operated(DENIED, KEYPAD)),
            entry(LoggedEvent.KEYPAD_ILLEGAL_CODE, operated(DENIED, KEYPAD)),
            entry(LoggedEvent.MANUAL_LOCK, operated(LOCK, MANUAL)),
            entry(LoggedEvent.MANUAL_UNLOCK, operated(UNLOCK, MANUAL)),
            entry(LoggedEvent.AUTO_LOCK, operated(LOCK, AUTO)),
            entry(LoggedEvent.AUTO_UNLOCK, operated(UNLOCK, AUTO)),
            entry(LoggedEvent.REMOTE_CODE_LOCK, operated(LOCK, REMOTE)),
            entry(LoggedEvent.REMOTE_CODE_UNLOCK, operated(UNLOCK, REMOTE)),
            entry(LoggedEvent.REMOTE_LOCK, operated(LOCK, REMOTE)),
            entry(LoggedEvent.REMOTE_UNLOCK, operated(UNLOCK, REMOTE)),
            entry(LoggedEvent.REMOTE_LOCK_OUT_OF_SCHEDULE, operated(DENIED, REMOTE)),
            entry(LoggedEvent.REMOTE_UNLOCK_OUT_OF_SCHEDULE, operated(DENIED, REMOTE)),
            entry(LoggedEvent.REMOTE_ILLEGAL_CODE, operated(DENIED, REMOTE)),
            entry(LoggedEvent.MANUAL_LOCK_2, operated(LOCK, MANUAL)),
            entry(LoggedEvent.MANUAL_UNLOCK_2, operated(UNLOCK, MANUAL)),
            entry(LoggedEvent.LOCK_SECURED, operated(LOCK, UNKNOWN)),
            entry(LoggedEvent.LOCK_UNSECURED, operated(UNLOCK, UNKNOWN)),
            entry(LoggedEvent.USER_CODE_ADDED, code(Change.ADDED)),
            entry(LoggedEvent.USER_CODE_DELETED, code(Change.DELETED)),
            entry(LoggedEvent.ALL_USER_CODES_DELETED, code(Change.DELETED)),
            entry(LoggedEvent.USER_CODE_CHANGED, code(Change.MODIFIED)),
            entry(LoggedEvent.ADMIN_CODE_CHANGED, new EventMeaning.AdminCodeChanged()),
            entry(LoggedEvent.LOW_BATTERY, complained(AlarmKind.LOW_BATTERY)));

    private static final Set<LoggedEvent> OUT_OF_SCHEDULE = Set.of(
            LoggedEvent.KEYPAD_LOCK_OUT_OF_SCHEDULE,
            LoggedEvent.KEYPAD_UNLOCK_OUT_OF_SCHEDULE,
            LoggedEvent.REMOTE_LOCK_OUT_OF_SCHEDULE,
            LoggedEvent.REMOTE_UNLOCK_OUT_OF_SCHEDULE);

    private static final Set<LoggedEvent> ILLEGAL_CODE =
            Set.of(LoggedEvent.KEYPAD_ILLEGAL_CODE, LoggedEvent.REMOTE_ILLEGAL_CODE);

    private LoggedMeanings() {}

    public static Optional<EventMeaning> of(LoggedEvent event) {
        return Optional.ofNullable(MEANINGS.get(event));
    }

    /** Why somebody was denied. */
    public static Optional<String> error(LoggedEvent event) {
        if (OUT_OF_SCHEDULE.contains(event)) {
            return Optional.of("outside the user's schedule");
        }
        return ILLEGAL_CODE.contains(event) ? Optional.of("the lock does not know the credential") : Optional.empty();
    }
}
