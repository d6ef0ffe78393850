package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.zwave.command.Range;

/** Kind of a user (User Credential CC v1, User Set). */
public record UserType(int code) {

    public static final UserType GENERAL = new UserType(0x00);
    public static final UserType PROGRAMMING = new UserType(0x03);
    public static final UserType NON_ACCESS = new UserType(0x04);
    public static final UserType DURESS = new UserType(0x05);
    public static final UserType DISPOSABLE = new UserType(0x06);
    public static final UserType EXPIRING = new UserType(0x07);
    public static final UserType REMOTE_ONLY = new UserType(0x09);

    public UserType {
        Range.u8("user type", code);
    }
}
