package org.lockcredentials.zwave.command.doorlocklogging;

import org.lockcredentials.zwave.command.Range;

/** What a record of the log tells (SDS13781 §4.40.4). */
public record LoggedEvent(int code) {

    public static final LoggedEvent KEYPAD_LOCK = new LoggedEvent(0x01);
    public static final LoggedEvent KEYPAD_UNLOCK = new LoggedEvent(0x02);
    public static final LoggedEvent LOCK_BUTTON = new LoggedEvent(0x03);
    public static final LoggedEvent UNLOCK_BUTTON = new LoggedEvent(0x04);
    public static final LoggedEvent KEYPAD_LOCK_OUT_OF_SCHEDULE = new LoggedEvent(0x05);
    public static final LoggedEvent KEYPAD_UNLOCK_OUT_OF_SCHEDULE = new LoggedEvent(0x06);
    public static final LoggedEvent KEYPAD_ILLEGAL_CODE = new LoggedEvent(0x07);
    public static final LoggedEvent MANUAL_LOCK = new LoggedEvent(0x08);
    public static final LoggedEvent MANUAL_UNLOCK = new LoggedEvent(0x09);
    public static final LoggedEvent AUTO_LOCK = new LoggedEvent(0x0A);
    public static final LoggedEvent AUTO_UNLOCK = new LoggedEvent(0x0B);
    public static final LoggedEvent REMOTE_CODE_LOCK = new LoggedEvent(0x0C);
    public static final LoggedEvent REMOTE_CODE_UNLOCK = new LoggedEvent(0x0D);
    public static final LoggedEvent REMOTE_LOCK = new LoggedEvent(0x0E);
    public static final LoggedEvent REMOTE_UNLOCK = new LoggedEvent(0x0F);
    public static final LoggedEvent REMOTE_LOCK_OUT_OF_SCHEDULE = new LoggedEvent(0x10);
    public static final LoggedEvent REMOTE_UNLOCK_OUT_OF_SCHEDULE = new LoggedEvent(0x11);
    public static final LoggedEvent REMOTE_ILLEGAL_CODE = new LoggedEvent(0x12);
    public static final LoggedEvent MANUAL_LOCK_2 = new LoggedEvent(0x13);
    public static final LoggedEvent MANUAL_UNLOCK_2 = new LoggedEvent(0x14);
    public static final LoggedEvent LOCK_SECURED = new LoggedEvent(0x15);
    public static final LoggedEvent LOCK_UNSECURED = new LoggedEvent(0x16);
    public static final LoggedEvent USER_CODE_ADDED = new LoggedEvent(0x17);
    public static final LoggedEvent USER_CODE_DELETED = new LoggedEvent(0x18);
    public static final LoggedEvent ALL_USER_CODES_DELETED = new LoggedEvent(0x19);
    public static final LoggedEvent ADMIN_CODE_CHANGED = new LoggedEvent(0x1A);
    public static final LoggedEvent USER_CODE_CHANGED = new LoggedEvent(0x1B);
    public static final LoggedEvent LOCK_RESET = new LoggedEvent(0x1C);
    public static final LoggedEvent CONFIGURATION_CHANGED = new LoggedEvent(0x1D);
    public static final LoggedEvent LOW_BATTERY = new LoggedEvent(0x1E);
    public static final LoggedEvent NEW_BATTERY = new LoggedEvent(0x1F);

    public LoggedEvent {
        Range.u8("event type", code);
    }
}
