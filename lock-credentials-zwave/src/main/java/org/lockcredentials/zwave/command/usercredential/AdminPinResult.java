package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.zwave.command.Range;

/** What an Admin PIN Code Report tells (User Credential CC v1, Admin PIN Code Report). */
public record AdminPinResult(int code) {

    public static final AdminPinResult MODIFIED = new AdminPinResult(0x01);
    public static final AdminPinResult UNMODIFIED = new AdminPinResult(0x03);
    public static final AdminPinResult RESPONSE_TO_GET = new AdminPinResult(0x04);
    public static final AdminPinResult DUPLICATE = new AdminPinResult(0x07);
    public static final AdminPinResult MANUFACTURER_SECURITY_RULES = new AdminPinResult(0x08);
    public static final AdminPinResult NOT_SUPPORTED = new AdminPinResult(0x0D);
    public static final AdminPinResult DEACTIVATION_NOT_SUPPORTED = new AdminPinResult(0x0E);
    public static final AdminPinResult NODE_ERROR = new AdminPinResult(0x0F);

    public AdminPinResult {
        Range.u8("admin PIN result", code);
    }
}
