package org.lockcredentials.zwave.command.notification;

import org.lockcredentials.zwave.command.Range;

/** Subject of a notification, those that locks send (SDS13781 §4.74, notification types). */
public record NotificationType(int code) {

    public static final NotificationType ACCESS_CONTROL = new NotificationType(0x06);
    public static final NotificationType HOME_SECURITY = new NotificationType(0x07);
    public static final NotificationType POWER_MANAGEMENT = new NotificationType(0x08);
    public static final NotificationType SYSTEM = new NotificationType(0x09);
    public static final NotificationType EMERGENCY = new NotificationType(0x0A);
    public static final NotificationType CLOCK = new NotificationType(0x0B);
    /** In a Get: the next notification that waits. */
    public static final NotificationType REQUEST_PENDING = new NotificationType(0xFF);

    public NotificationType {
        Range.u8("notification type", code);
    }
}
