package org.lockcredentials.zwave.command.notification;

import java.util.Arrays;
import java.util.Optional;

/** The events of notification type Access Control that concern a lock (Notification CC, notification type 0x06). */
public enum AccessControlEvent {
    MANUAL_LOCK(0x01, Parameters.NONE),
    MANUAL_UNLOCK(0x02, Parameters.NONE),
    REMOTE_LOCK(0x03, Parameters.NONE),
    REMOTE_UNLOCK(0x04, Parameters.NONE),
    KEYPAD_LOCK(0x05, Parameters.COMMAND),
    KEYPAD_UNLOCK(0x06, Parameters.COMMAND),
    MANUAL_NOT_FULLY_LOCKED(0x07, Parameters.NONE),
    REMOTE_NOT_FULLY_LOCKED(0x08, Parameters.NONE),
    AUTO_LOCK(0x09, Parameters.NONE),
    AUTO_NOT_FULLY_LOCKED(0x0A, Parameters.NONE),
    LOCK_JAMMED(0x0B, Parameters.NONE),
    ALL_USER_CODES_DELETED(0x0C, Parameters.NONE),
    USER_CODE_DELETED(0x0D, Parameters.COMMAND),
    USER_CODE_ADDED(0x0E, Parameters.COMMAND),
    DUPLICATE_USER_CODE(0x0F, Parameters.COMMAND),
    KEYPAD_DISABLED(0x10, Parameters.NONE),
    KEYPAD_BUSY(0x11, Parameters.NONE),
    ADMIN_CODE_CHANGED(0x12, Parameters.NONE),
    CODE_LIMIT_EXCEEDED(0x13, Parameters.NONE),
    REMOTE_UNLOCK_INVALID_CODE(0x14, Parameters.NONE),
    REMOTE_LOCK_INVALID_CODE(0x15, Parameters.NONE),
    DOOR_OPEN(0x16, Parameters.NONE),
    DOOR_CLOSED(0x17, Parameters.NONE),
    HANDLE_OPEN(0x18, Parameters.NONE),
    HANDLE_CLOSED(0x19, Parameters.NONE),
    MESSAGING_CODE(0x20, Parameters.USER_ID),
    USER_CODE_LOCK(0x21, Parameters.USER_ID),
    USER_CODE_UNLOCK(0x22, Parameters.USER_ID),
    CREDENTIAL_LOCK(0x23, Parameters.COMMAND),
    CREDENTIAL_UNLOCK(0x24, Parameters.COMMAND),
    DENIED_USER_DISABLED(0x2F, Parameters.COMMAND),
    DENIED_SCHEDULE_INACTIVE(0x30, Parameters.COMMAND),
    DENIED_NOT_ENOUGH_CREDENTIALS(0x31, Parameters.NONE),
    INVALID_CREDENTIAL(0x32, Parameters.NONE),
    NON_ACCESS_CREDENTIAL(0x33, Parameters.COMMAND);

    /** What the parameters of an event are by specification; locks also send the bare user where a command is due. */
    public enum Parameters {
        NONE,
        /** The user identifier as a number. */
        USER_ID,
        /** A whole User Code, User or Credential Report. */
        COMMAND
    }

    private final int code;
    private final Parameters parameters;

    AccessControlEvent(int code, Parameters parameters) {
        this.code = code;
        this.parameters = parameters;
    }

    /** The event of an Access Control notification, or empty for another type and for events not listed here. */
    public static Optional<AccessControlEvent> of(NotificationEvent event) {
        return event.type().equals(NotificationType.ACCESS_CONTROL) ? of(event.event()) : Optional.empty();
    }

    public static Optional<AccessControlEvent> of(int code) {
        return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
    }

    /** The identifier on the wire. */
    public int code() {
        return code;
    }

    public Parameters parameters() {
        return parameters;
    }
}
