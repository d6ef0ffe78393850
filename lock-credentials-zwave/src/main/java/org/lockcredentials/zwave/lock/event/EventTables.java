package org.lockcredentials.zwave.lock.event;

import static java.util.Map.entry;
import static org.lockcredentials.event.LockEvent.Action.DENIED;
import static org.lockcredentials.event.LockEvent.Action.DOOR_CLOSED;
import static org.lockcredentials.event.LockEvent.Action.DOOR_OPENED;
import static org.lockcredentials.event.LockEvent.Action.LOCK;
import static org.lockcredentials.event.LockEvent.Action.NOT_FULLY_LOCKED;
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
import org.lockcredentials.event.LockEvent.AlarmKind;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.zwave.command.notification.AccessControlEvent;
import org.lockcredentials.zwave.command.notification.NotificationEvent;
import org.lockcredentials.zwave.command.notification.NotificationType;

/** What the events of notifications and the types of alarms mean, one row each; what has no row is not told. */
public final class EventTables {

    /** Notification type 0x06; jammed is a complaint, whoever turned the bolt. */
    private static final Map<AccessControlEvent, EventMeaning> ACCESS_CONTROL = Map.ofEntries(
            entry(AccessControlEvent.MANUAL_LOCK, operated(LOCK, MANUAL)),
            entry(AccessControlEvent.MANUAL_UNLOCK, operated(UNLOCK, MANUAL)),
            entry(AccessControlEvent.REMOTE_LOCK, operated(LOCK, REMOTE)),
            entry(AccessControlEvent.REMOTE_UNLOCK, operated(UNLOCK, REMOTE)),
            entry(AccessControlEvent.KEYPAD_LOCK, operated(LOCK, KEYPAD)),
            entry(AccessControlEvent.KEYPAD_UNLOCK, operated(UNLOCK, KEYPAD)),
            entry(AccessControlEvent.MANUAL_NOT_FULLY_LOCKED, operated(NOT_FULLY_LOCKED, MANUAL)),
            entry(AccessControlEvent.REMOTE_NOT_FULLY_LOCKED, operated(NOT_FULLY_LOCKED, REMOTE)),
            entry(AccessControlEvent.AUTO_LOCK, operated(LOCK, AUTO)),
            entry(AccessControlEvent.AUTO_NOT_FULLY_LOCKED, operated(NOT_FULLY_LOCKED, AUTO)),
            entry(AccessControlEvent.LOCK_JAMMED, complained(AlarmKind.JAMMED)),
            entry(AccessControlEvent.ALL_USER_CODES_DELETED, code(Change.DELETED)),
            entry(AccessControlEvent.USER_CODE_DELETED, code(Change.DELETED)),
            entry(AccessControlEvent.USER_CODE_ADDED, code(Change.ADDED)),
            entry(AccessControlEvent.KEYPAD_DISABLED, complained(AlarmKind.WRONG_CODE_LIMIT)),
            entry(AccessControlEvent.ADMIN_CODE_CHANGED, new EventMeaning.AdminCodeChanged()),
            entry(AccessControlEvent.CODE_LIMIT_EXCEEDED, complained(AlarmKind.WRONG_CODE_LIMIT)),
            entry(AccessControlEvent.REMOTE_UNLOCK_INVALID_CODE, operated(DENIED, REMOTE)),
            entry(AccessControlEvent.REMOTE_LOCK_INVALID_CODE, operated(DENIED, REMOTE)),
            entry(AccessControlEvent.DOOR_OPEN, operated(DOOR_OPENED, UNKNOWN)),
            entry(AccessControlEvent.DOOR_CLOSED, operated(DOOR_CLOSED, UNKNOWN)),
            entry(AccessControlEvent.USER_CODE_LOCK, operated(LOCK, KEYPAD)),
            entry(AccessControlEvent.USER_CODE_UNLOCK, operated(UNLOCK, KEYPAD)),
            entry(AccessControlEvent.CREDENTIAL_LOCK, operated(LOCK, UNKNOWN)),
            entry(AccessControlEvent.CREDENTIAL_UNLOCK, operated(UNLOCK, UNKNOWN)),
            entry(AccessControlEvent.DENIED_USER_DISABLED, operated(DENIED, UNKNOWN)),
            entry(AccessControlEvent.DENIED_SCHEDULE_INACTIVE, operated(DENIED, UNKNOWN)),
            entry(AccessControlEvent.DENIED_NOT_ENOUGH_CREDENTIALS, operated(DENIED, UNKNOWN)),
            entry(AccessControlEvent.INVALID_CREDENTIAL, operated(DENIED, UNKNOWN)),
            entry(AccessControlEvent.NON_ACCESS_CREDENTIAL, operated(DENIED, UNKNOWN)));

    private record Other(NotificationType type, int event) {}

    /** Notification types 0x07 Home Security, 0x08 Power Management, 0x09 System. */
    private static final Map<Other, EventMeaning> OTHERS = Map.ofEntries(
            entry(new Other(NotificationType.HOME_SECURITY, 0x01), complained(AlarmKind.FORCED_OPEN)),
            entry(new Other(NotificationType.HOME_SECURITY, 0x02), complained(AlarmKind.FORCED_OPEN)),
            entry(new Other(NotificationType.HOME_SECURITY, 0x03), complained(AlarmKind.TAMPER)),
            entry(new Other(NotificationType.HOME_SECURITY, 0x04), complained(AlarmKind.WRONG_CODE_LIMIT)),
            entry(new Other(NotificationType.HOME_SECURITY, 0x09), complained(AlarmKind.TAMPER)),
            entry(new Other(NotificationType.POWER_MANAGEMENT, 0x0A), complained(AlarmKind.LOW_BATTERY)),
            entry(new Other(NotificationType.POWER_MANAGEMENT, 0x0B), complained(AlarmKind.LOW_BATTERY)),
            entry(new Other(NotificationType.SYSTEM, 0x01), complained(AlarmKind.HARDWARE)),
            entry(new Other(NotificationType.SYSTEM, 0x03), complained(AlarmKind.HARDWARE)));

    private static final int CODE_ADDED = 112;

    /** Types of Alarm CC v1 as the user manuals of Yale, Kwikset and Schlage locks list them; the level is the user. */
    private static final Map<Integer, EventMeaning> ALARMS = Map.ofEntries(
            entry(9, complained(AlarmKind.JAMMED)),
            entry(17, complained(AlarmKind.JAMMED)),
            entry(18, operated(LOCK, KEYPAD)),
            entry(19, operated(UNLOCK, KEYPAD)),
            entry(21, operated(LOCK, MANUAL)),
            entry(22, operated(UNLOCK, MANUAL)),
            entry(23, complained(AlarmKind.JAMMED)),
            entry(24, operated(LOCK, REMOTE)),
            entry(25, operated(UNLOCK, REMOTE)),
            entry(26, complained(AlarmKind.JAMMED)),
            entry(27, operated(LOCK, AUTO)),
            entry(32, code(Change.DELETED)),
            entry(33, code(Change.DELETED)),
            entry(CODE_ADDED, code(Change.ADDED)),
            entry(131, operated(DENIED, KEYPAD)),
            entry(132, operated(DENIED, KEYPAD)),
            entry(161, complained(AlarmKind.TAMPER)),
            entry(162, complained(AlarmKind.TAMPER)),
            entry(167, complained(AlarmKind.LOW_BATTERY)),
            entry(168, complained(AlarmKind.LOW_BATTERY)),
            entry(169, complained(AlarmKind.LOW_BATTERY)));

    private EventTables() {}

    public static Optional<EventMeaning> of(NotificationEvent event) {
        return AccessControlEvent.of(event)
                .map(ACCESS_CONTROL::get)
                .or(() -> Optional.ofNullable(OTHERS.get(new Other(event.type(), event.event()))));
    }

    /** The level is the user; the user of no number who gets a code is the lock's own menu. */
    public static Optional<EventMeaning> ofAlarm(int alarmType, int level) {
        return alarmType == CODE_ADDED && level == 0
                ? Optional.of(new EventMeaning.AdminCodeChanged())
                : Optional.ofNullable(ALARMS.get(alarmType));
    }

    /** Alarm types by which a lock says that it holds the same code already: 34 and 113 in the same manuals. */
    public static boolean isDuplicate(int alarmType) {
        return alarmType == 34 || alarmType == 113;
    }
}
